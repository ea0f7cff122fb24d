import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import {
  adds,
  closes,
  comments,
  documents,
  followsUp,
  moves,
  sendsBack,
  takes,
  ticks,
} from '../../deeds.ts'

/** Follow-ups, one handback on its way and one case closed today. */
export const halmstadWatched = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Inez O.', birthYear: 1933, area: 'Haverdal', protected: false },
    reason: 'Hjärtsvikt efter iv furosemid, vikt',
    lane: 'today',
    priority: 'today',
    mission: 'hospital-at-home',
    request: {
      since: 'Behandlad i går',
      wanted: 'Uppföljning efter ett dygn',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Fick furosemid 40 mg iv i går, minus 1,2 kg.',
      background: 'HFrEF, njursvikt.',
      assessment: 'Andas lättare, mindre ödem.',
      recommendation: 'Vikt och elektrolyter, beslut om ny dos.',
    },
    created: { by: 'karin', at: t.day(-1, '08:45') },
    then: [
      ['jonas', t.day(-1, '09:00'), takes],
      ['jonas', t.day(-1, '09:10'), adds('Furosemid 40 mg iv')],
      ['karin', t.day(-1, '11:00'), ticks('Furosemid 40 mg iv')],
      [
        'jonas',
        t.day(-1, '14:05'),
        followsUp({
          due: t.slot(85),
          check: 'Vikt, kreatinin och kalium',
          callIf: 'Viktuppgång eller ny andnöd',
        }),
      ],
      ['jonas', t.day(-1, '14:20'), documents],
      ['karin', t.at(-105), moves('followup')],
      ['karin', t.ago(71), comments('Vikt 71,4 kg i morse, 0,4 ner.')],
    ],
  },
  {
    patient: { label: 'Berndt F.', birthYear: 1940, area: 'Holm', protected: false },
    reason: 'Antibiotika dag 3, sår på hälen',
    lane: 'followup',
    priority: 'within48h',
    mission: 'basic-home-care',
    request: {
      since: 'Tre dagar',
      wanted: 'Dag 3',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'Infekterat hälsår, flukloxacillin dag 2.',
      background: 'Diabetes typ 2 med neuropati.',
      assessment: 'Mindre rodnad. Torr sårbädd.',
      recommendation: 'Ny bedömning dag 3 och avlastning.',
    },
    created: { by: 'amina', at: t.day(-2, '10:50') },
    then: [
      ['sara', t.day(-2, '11:15'), takes],
      [
        'sara',
        t.day(-1, '13:30'),
        followsUp({
          due: t.day(1, '10:00'),
          check: 'Rodnad, sekretion, temp',
          callIf: 'Feber eller rodnad utanför markeringen',
        }),
      ],
      ['sara', t.day(-1, '13:40'), documents],
      ['amina', t.day(-1, '13:50'), documents],
    ],
  },
  {
    patient: { label: 'Vivi H.', birthYear: 1944, area: 'Söndrum', protected: false },
    reason: 'SIP-möte, mer hjälp i hemmet',
    lane: 'followup',
    priority: 'planned',
    mission: 'basic-home-care',
    request: {
      since: 'Beslutat förra veckan',
      wanted: 'SIP-möte nästa vecka',
      meets: 'Karin, biståndshandläggare och son',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Klarar inte längre nätterna själv.',
      background: 'Parkinsons sjukdom, upprepade fall.',
      assessment: 'Behöver tillsyn nattetid och ny hjälpmedelsbedömning.',
      recommendation: 'SIP med kommun, vårdcentral och närstående.',
    },
    created: { by: 'karin', at: t.day(-4, '13:00') },
    then: [
      ['sara', t.day(-4, '13:20'), takes],
      [
        'karin',
        t.day(-3, '10:00'),
        followsUp({
          due: t.day(5, '13:00'),
          check: 'SIP-möte i hemmet',
          callIf: 'Nytt fall',
        }),
      ],
    ],
  },
  {
    patient: { label: 'Rolf Q.', birthYear: 1936, area: 'Åled', protected: false },
    reason: 'INR inställt, åter till vårdcentralen',
    lane: 'handback',
    priority: 'planned',
    mission: 'basic-home-care',
    request: {
      since: 'Stabilt i tre veckor',
      wanted: 'Återlämning',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'INR stabilt 2,2–2,6 i tre veckor.',
      background: 'Förmaksflimmer, warfarin.',
      assessment: 'Dosetten delas av hemsjukvården.',
      recommendation: 'INR var fjärde vecka på vårdcentralen.',
    },
    created: { by: 'amina', at: t.day(-7, '11:10') },
    then: [
      ['jonas', t.day(-7, '11:40'), takes],
      ['jonas', t.day(-1, '15:00'), documents],
      ['amina', t.day(-1, '15:05'), documents],
      ['jonas', t.day(-1, '15:15'), sendsBack('INR är inställt. Nytt prov om fyra veckor.')],
    ],
  },
  {
    patient: { label: 'Elvy G.', birthYear: 1931, area: 'Kvibille', protected: false },
    reason: 'Intorkning efter magsjuka',
    lane: 'followup',
    priority: 'today',
    mission: 'hospital-at-home',
    request: {
      since: 'Tre dagar',
      wanted: 'Avslut',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Dropp hemma i två dygn, dricker nu själv.',
      background: 'Lindrig njursvikt.',
      assessment: 'Kreatinin åter till utgångsvärdet.',
      recommendation: 'Avsluta.',
    },
    created: { by: 'karin', at: t.day(-3, '09:15') },
    then: [
      ['jonas', t.day(-3, '09:40'), takes],
      ['jonas', t.at(-86), documents],
      ['karin', t.at(-83), documents],
      ['jonas', t.at(-80), closes('hospital-avoided')],
    ],
  },
]
