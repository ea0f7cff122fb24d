import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { adds, comments, documents, followsUp, measures, moves, takes, ticks } from '../../deeds.ts'

/** One overdue and without consent, three due later today: put back this morning, for the clock. */
export const kungsbackaFollowUpsToday = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Birgit N.', birthYear: 1928, area: 'Vallda', protected: false },
    reason: 'Konfusion, ny bedömning efter 24 h',
    lane: 'today',
    priority: 'today',
    mission: 'care-home-doctor',
    consent: 'missing',
    request: {
      since: 'Sedan i går morse',
      wanted: 'Ny bedömning efter ett dygn',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Konfusion i går, troligen förstoppning. Åtgärdad.',
      background: 'Demenssjukdom. Kan inte själv ta ställning till samtycke i dag.',
      assessment: 'Lugnare i går kväll enligt personalen.',
      recommendation: 'Ny bedömning efter 24 timmar. Samtycke tas upp med närstående.',
    },
    created: { by: 'amina', at: t.day(-1, '09:05') },
    then: [
      [
        'amina',
        t.day(-1, '11:20'),
        followsUp({
          due: t.overdue(42),
          check: 'Vakenhet, mat och dryck, avföring',
          callIf: 'Ny oro, fall eller feber över 38°',
        }),
      ],
      ['amina', t.ago(200), comments('Sökt sonen om samtycke, han ringer tillbaka.')],
      ['amina', t.at(-30), moves('followup')],
    ],
  },
  {
    patient: { label: 'Harriet J.', birthYear: 1934, area: 'Särö', protected: false },
    reason: 'Pneumoni dag 2, CRP och temp',
    lane: 'today',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Insjuknade i förrgår',
      wanted: 'Uppföljning dag 2',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Pneumoni höger bas, penicillin V sedan i går.',
      background: 'Astma. Överkänslighet mot doxycyklin.',
      assessment: 'Saturation 93 % på luft i går, CRP 142.',
      recommendation: 'CRP, temp och andningsfrekvens i dag.',
    },
    created: { by: 'karin', at: t.day(-2, '10:30') },
    then: [
      ['jonas', t.day(-2, '10:45'), takes],
      ['jonas', t.day(-2, '11:30'), adds('CRP')],
      ['karin', t.day(-1, '10:10'), ticks('CRP')],
      [
        'karin',
        t.day(-1, '10:20'),
        measures({
          rr: 22,
          spo2: 93,
          pulse: 94,
          bloodPressure: '130/72',
          temperature: 38.4,
          news2: 5,
        }),
      ],
      [
        'jonas',
        t.day(-1, '11:05'),
        followsUp({
          due: t.slot(50),
          check: 'CRP, temp, andningsfrekvens',
          callIf: 'Saturation under 90 % eller ny frossa',
        }),
      ],
      ['jonas', t.day(-1, '11:15'), documents],
      ['karin', t.at(-100), moves('followup')],
      ['karin', t.ago(27), comments('Ringde i morse, har sovit och är feberfri.')],
    ],
  },
  {
    patient: { label: 'Lennart Ö.', birthYear: 1937, area: 'Onsala', protected: false },
    reason: 'Vätskedropp i går, vikt och blodtryck',
    lane: 'today',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Dropp i går',
      wanted: 'Telefon i dag',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'Fick 1 000 ml dropp i går för intorkning.',
      background: 'Parkinsons sjukdom, sväljsvårigheter.',
      assessment: 'Piggare redan under besöket.',
      recommendation: 'Telefonuppföljning med vikt och blodtryck.',
    },
    created: { by: 'amina', at: t.day(-1, '09:40') },
    then: [
      ['sara', t.day(-1, '09:52'), takes],
      ['sara', t.day(-1, '10:00'), adds('Dropp 1 000 ml')],
      ['amina', t.day(-1, '13:30'), ticks('Dropp 1 000 ml')],
      [
        'sara',
        t.day(-1, '14:00'),
        followsUp({
          due: t.slot(120),
          check: 'Vikt, blodtryck, hur mycket han dricker',
          callIf: 'Systoliskt under 100 eller yrsel',
        }),
      ],
      ['sara', t.day(-1, '14:10'), documents],
      ['amina', t.day(-1, '14:25'), documents],
      ['amina', t.at(-110), moves('followup')],
      ['amina', t.ago(66), comments('Hustrun väger honom före lunch.')],
    ],
  },
  {
    patient: { label: 'Halina W.', birthYear: 1951, area: 'Kullavik', protected: false },
    reason: 'Hypoglykemi, ny insulindos',
    lane: 'today',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'I förrgår natt',
      wanted: 'Uppföljning efter 48 timmar',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Ljungåsen',
    },
    sbar: {
      situation: 'P-glukos 2,6 i förrgår natt, kvällsdosen sänkt.',
      background: 'Diabetes typ 2, insulin fyra gånger per dag. Har samordningsnummer.',
      assessment: 'Morgonvärden 5,8 och 7,1 sedan dess.',
      recommendation: 'Gå igenom kurvan och bestäm dos framåt.',
    },
    created: { by: 'karin', at: t.day(-2, '08:20') },
    then: [
      ['jonas', t.day(-2, '08:35'), takes],
      ['jonas', t.day(-2, '08:50'), adds('Glukoskurva')],
      ['karin', t.day(-1, '08:15'), ticks('Glukoskurva')],
      [
        'jonas',
        t.day(-1, '15:05'),
        followsUp({
          due: t.slot(200),
          check: 'Glukoskurva, insulindoser, måltider',
          callIf: 'P-glukos under 4',
        }),
      ],
      ['karin', t.at(-120), moves('followup')],
      ['karin', t.ago(88), comments('Kurvan är inlagd. 6,4 i morse.')],
    ],
  },
]
