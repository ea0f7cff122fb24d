import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { adds, comments, measures, plans, prepares, seen, takes, ticks } from '../../deeds.ts'

/** The visits still to come; one patient shares her name with another on the board. */
export const kungsbackaAfternoon = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Rut H.', birthYear: 1933, area: 'Kullavik', protected: false },
    reason: 'PICC-omläggning, rodnad vid instickstället',
    lane: 'today',
    priority: 'within48h',
    mission: 'advanced-home-care',
    request: {
      since: 'Sågs vid omläggning i går',
      wanted: 'Inom två dygn',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Ljungåsen',
    },
    sbar: {
      situation: 'Lätt rodnad kring PICC-line, ingen sekretion.',
      background: 'Näringsdropp i hemmet sedan tre veckor.',
      assessment: 'Ingen feber eller frossa. Katetern går att spola.',
      recommendation: 'Bedömning av instickstället, odling om rodnaden ökar.',
    },
    created: { by: 'karin', at: t.day(-1, '15:10') },
    then: [
      ['jonas', t.day(-1, '15:35'), takes],
      ['jonas', t.ago(112), plans({ start: t.slot(105), joint: true, crew: ['karin', 'jonas'] })],
      ['jonas', t.ago(110), adds('PICC-omläggning')],
      ['jonas', t.ago(110), adds('Odling från instickstället')],
    ],
  },
  {
    patient: { label: 'Margit Ö.', birthYear: 1936, area: 'Kolla', protected: false },
    reason: 'Nytillkommen konfusion',
    lane: 'today',
    priority: 'today',
    mission: 'care-home-doctor',
    request: {
      since: 'Sedan i går kväll',
      wanted: 'I dag',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Känner inte igen personalen, plockar med kläderna och har inte ätit.',
      background: 'Lindrig kognitiv svikt. Började med oxybutynin för en vecka sedan.',
      assessment: 'Afebril. Tom blåsa vid bladderscan. Avföring för tre dagar sedan.',
      recommendation: 'Läkarbedömning i dag. Provtagning och läkemedelsgenomgång.',
    },
    created: { by: 'karin', at: t.ago(165) },
    then: [
      ['sara', t.ago(151), seen],
      [
        'karin',
        t.ago(160),
        measures({
          rr: 17,
          spo2: 95,
          pulse: 88,
          bloodPressure: '134/74',
          temperature: 37.0,
          news2: 4,
        }),
      ],
      ['karin', t.ago(120), plans({ start: t.slot(150), joint: true, crew: ['karin'] })],
      ['karin', t.ago(120), adds('CRP, Hb, glukos och elektrolyter')],
      ['karin', t.ago(84), ticks('CRP, Hb, glukos och elektrolyter')],
      ['karin', t.ago(82), comments('CRP 8, glukos 6,9. Vem av er läkare kan följa med?')],
    ],
  },
  {
    patient: { label: 'Karin A.', birthYear: 1946, area: 'Särö', protected: false },
    reason: 'Läkemedelsgenomgång efter utskrivning',
    lane: 'today',
    priority: 'planned',
    mission: 'supported-discharge',
    request: {
      since: 'Hem från sjukhuset i förrgår',
      wanted: 'Inom 72 timmar från utskrivning',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Utskriven i förrgår med fjorton läkemedel, fem av dem nya.',
      background: 'Lunginflammation och hjärtsvikt, tio dygn på sjukhus.',
      assessment: 'Dosettens innehåll stämmer inte med utskrivningsmeddelandet.',
      recommendation: 'Läkemedelsgenomgång hemma, ny lista till hemtjänst och patient.',
    },
    created: { by: 'karin', at: t.day(-2, '15:20') },
    then: [
      ['sara', t.day(-1, '08:25'), takes],
      [
        'sara',
        t.day(-1, '15:55'),
        plans({
          start: t.slot(195),
          joint: true,
          crew: ['karin', 'sara'],
        }),
      ],
      ['sara', t.day(-1, '15:55'), adds('Läkemedelsgenomgång')],
      ['karin', t.ago(102), comments('Född 1946, inte att förväxla med den andra Karin A.')],
    ],
  },
  {
    patient: { label: 'Ove R.', birthYear: 1943, area: 'Vallda', protected: false },
    reason: 'INR svårinställt, 4,2 i går',
    lane: 'today',
    priority: 'within48h',
    mission: 'basic-home-care',
    request: {
      since: 'Tre veckor',
      wanted: 'I dag eller i morgon',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Ljungåsen',
    },
    sbar: {
      situation: 'INR 4,2 i går, svängt mellan 1,6 och 4,5 på tre veckor.',
      background: 'Mekanisk aortaklaff. Nyligen kur med trimetoprim-sulfa.',
      assessment: 'Inga blödningstecken. Dosetten delas av hemsjukvården.',
      recommendation: 'Nytt INR, dosering tills vidare och plan för täta kontroller.',
    },
    created: { by: 'amina', at: t.day(-1, '16:05') },
    then: [
      ['sara', t.ago(135), takes],
      ['sara', t.ago(132), plans({ start: t.slot(200), joint: false, crew: ['amina'] })],
      ['sara', t.ago(132), adds('INR')],
      [
        'amina',
        t.ago(131),
        prepares('evening', 'INR i kväll om besöket uteblir. Ring om blödning eller fall.'),
      ],
    ],
  },
  {
    patient: { label: 'Ingegerd B.', birthYear: 1929, area: 'Anneberg', protected: false },
    reason: 'Intorkning, dricker dåligt, dropp',
    lane: 'today',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Fyra dagar, efter magsjuka',
      wanted: 'I dag',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'Har druckit några deciliter per dygn sedan magsjukan i helgen.',
      background: 'Njursvikt, ACE-hämmare pausad sedan i förrgår.',
      assessment: 'Torra slemhinnor, nedsatt hudturgor. Blodtryck 104/60.',
      recommendation: 'Dropp hemma, kreatinin och elektrolyter.',
    },
    created: { by: 'karin', at: t.ago(142) },
    then: [
      ['jonas', t.ago(128), takes],
      ['jonas', t.ago(126), plans({ start: t.slot(240), joint: true, crew: ['karin', 'jonas'] })],
      ['jonas', t.ago(125), adds('Dropp Ringer-Acetat 1 000 ml')],
      ['jonas', t.ago(125), adds('Kreatinin och elektrolyter')],
      ['karin', t.ago(70), ticks('Kreatinin och elektrolyter')],
    ],
  },
]
