import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { adds, comments, measures, plans, takes, ticks } from '../../deeds.ts'

/** What has come in: two new requests, one acute that no doctor has seen, one that is planned. */
export const halmstadRequests = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Evert A.', birthYear: 1932, area: 'Söndrum', protected: false },
    reason: 'Viktnedgång, 6 kg på två månader',
    lane: 'incoming',
    priority: 'within48h',
    mission: 'basic-home-care',
    request: {
      since: 'Två månader',
      wanted: 'Inom två dygn',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Har gått ner sex kilo, kläderna hänger på honom.',
      background: 'Änkeman sedan i våras. Hypertoni, annars frisk.',
      assessment: 'MNA-SF 8 poäng, ifyllt av hemsjukvården. Nedstämd.',
      recommendation: 'Läkarbedömning, blodprover och samtal om sorg.',
    },
    created: { by: 'karin', at: t.ago(38) },
    then: [['karin', t.ago(31), comments('Dietist är kontaktad, kan ringa i eftermiddag.')]],
  },
  {
    patient: { label: 'Gullan T.', birthYear: 1938, area: 'Haverdal', protected: false },
    reason: 'Brytpunktssamtal med närstående önskas',
    lane: 'incoming',
    priority: 'planned',
    mission: 'advanced-home-care',
    request: {
      since: 'Döttrarna frågade i går',
      wanted: 'Den här veckan',
      meets: 'Amina och båda döttrarna',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'Tilltagande svaghet, sover större delen av dygnet.',
      background: 'Pankreascancer, tumörbehandlingen avslutad i förra månaden.',
      assessment: 'Patienten vill att döttrarna är med och får veta.',
      recommendation: 'Boka tid för brytpunktssamtal i hemmet.',
    },
    created: { by: 'amina', at: t.day(-1, '15:25') },
    then: [['amina', t.ago(76), comments('Döttrarna kan alla dagar efter klockan 13.')]],
  },
  {
    patient: { label: 'Holger E.', birthYear: 1934, area: 'Getinge', protected: false },
    reason: 'Feber, misstänkt pneumoni',
    lane: 'acute',
    priority: 'acute',
    mission: 'basic-home-care',
    request: {
      since: 'Sedan i går kväll',
      wanted: 'Inom två timmar',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Feber 38,9°, hosta med missfärgat slem, trött.',
      background: 'Hjärtsvikt, diabetes. Önskar vård hemma.',
      assessment: 'Rassel höger bas. Vaken och orienterad.',
      recommendation: 'Läkarbedömning hemma, CRP och ställningstagande till antibiotika.',
    },
    created: { by: 'amina', at: t.ago(6) },
    then: [
      [
        'amina',
        t.ago(5),
        measures({
          rr: 24,
          spo2: 92,
          pulse: 98,
          bloodPressure: '128/70',
          temperature: 38.9,
          news2: 6,
        }),
      ],
    ],
  },
  {
    patient: { label: 'Dagmar U.', birthYear: 1930, area: 'Kvibille', protected: false },
    reason: 'Fall, oklar smärta i höften',
    lane: 'acute',
    priority: 'acute',
    mission: 'care-home-doctor',
    request: {
      since: 'Föll i badrummet i morse',
      wanted: 'Nu',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'Fall från egen höjd, smärta i vänster höft vid rotation.',
      background: 'Demenssjukdom, apixaban. Transporter oroar henne mycket.',
      assessment: 'Benet är inte förkortat. Kan stödja lätt med två personer.',
      recommendation: 'Läkare på plats före beslut om röntgen.',
    },
    created: { by: 'karin', at: t.ago(49) },
    then: [
      ['jonas', t.ago(41), takes],
      ['jonas', t.ago(40), plans({ start: t.slot(75), joint: true, crew: ['karin', 'jonas'] })],
      ['jonas', t.ago(39), adds('Paracetamol 1 g')],
      ['karin', t.ago(33), ticks('Paracetamol 1 g')],
      ['jonas', t.ago(36), comments('Låt henne ligga kvar och vila tills jag kommer.')],
    ],
  },
]
