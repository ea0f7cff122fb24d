import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { adds, comments, measures, plans, prepares, takes, ticks, underway } from '../../deeds.ts'

/** Two that no doctor has seen, one with a visit planned, one with the pair on its way. */
export const kungsbackaAcute = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Astrid D.', birthYear: 1935, area: 'Särö', protected: false },
    reason: 'Andnöd vid KOL, orkar inte tala hela meningar',
    lane: 'acute',
    priority: 'acute',
    mission: 'basic-home-care',
    request: {
      since: 'Sedan i natt, tydligt sämre sedan frukost',
      wanted: 'Nu',
      meets: 'Karin, är kvar hos patienten',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Andnöd i vila sedan i natt, orkar bara säga enstaka ord. Sitter framåtlutad.',
      background:
        'KOL stadium 3, syrgas saknas i hemmet. Exacerbation för sex veckor sedan, vårdades fyra dygn på sjukhus. Vill helst vara kvar hemma.',
      assessment:
        'Förlängt expirium, väsande biljud bilateralt. Klar och orienterad men trött. NEWS2 på saturationsskala 2.',
      recommendation:
        'Önskar läkarbedömning på plats omgående. Inhalation given enligt ordination, effekt uteblir.',
    },
    created: { by: 'karin', at: t.ago(27) },
    then: [
      [
        'karin',
        t.ago(26),
        measures({
          rr: 28,
          spo2: 86,
          pulse: 104,
          bloodPressure: '148/82',
          temperature: 37.4,
          news2: 5,
        }),
      ],
      ['karin', t.ago(24), adds('Inhalation ipratropium och salbutamol')],
      ['karin', t.ago(23), ticks('Inhalation ipratropium och salbutamol')],
      ['karin', t.ago(24), adds('EKG')],
      ['karin', t.ago(9), comments('Ingen säker effekt av inhalationen. Dottern är på väg hit.')],
    ],
  },
  {
    patient: { label: 'Gunnar P.', birthYear: 1944, area: 'Onsala', protected: false },
    reason: 'KAD-stopp, smärta över blåsan',
    lane: 'acute',
    priority: 'acute',
    mission: 'basic-home-care-out-of-hours',
    request: {
      since: 'Ingen urin i påsen sedan i går kväll',
      wanted: 'Inom en timme',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'KAD utan flöde i tio timmar, spänd buk och tilltagande smärta.',
      background:
        'Prostatacancer, KAD sedan två år. Svårt kateterbyte förra gången, då med hjälp av läkare.',
      assessment: 'Palpabel blåsa upp till naveln. Spolning har provats utan resultat. Afebril.',
      recommendation: 'Ställningstagande till kateterbyte hemma tillsammans med läkare.',
    },
    created: { by: 'amina', at: t.ago(12) },
    then: [
      [
        'amina',
        t.ago(11),
        measures({
          rr: 18,
          spo2: 96,
          pulse: 92,
          bloodPressure: '162/88',
          temperature: 37.1,
        }),
      ],
      ['amina', t.ago(11), adds('Spolning av KAD')],
      ['amina', t.ago(10), ticks('Spolning av KAD')],
      ['amina', t.ago(10), adds('Kateterbyte')],
    ],
  },
  {
    patient: { label: 'Bertil H.', birthYear: 1931, area: 'Vallda', protected: false },
    reason: 'Misstänkt urosepsis, 39,2° och frossa',
    lane: 'acute',
    priority: 'acute',
    mission: 'hospital-at-home',
    request: {
      since: 'Frossa sedan klockan fem i morse',
      wanted: 'Nu',
      meets: 'Amina, hustrun är hemma',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Feber 39,2° med frossa, grumlig urin och nedsatt allmäntillstånd.',
      background: 'Recidiverande UVI, njursvikt (eGFR 38). Överkänslighet: ingen känd.',
      assessment: 'Varm perifert, hjärtfrekvens 110. Dricker små klunkar. Vaken och adekvat.',
      recommendation: 'Odlingar, CRP och ställningstagande till iv-antibiotika i hemmet.',
    },
    created: { by: 'amina', at: t.ago(58) },
    then: [
      [
        'amina',
        t.ago(55),
        measures({
          rr: 22,
          spo2: 94,
          pulse: 110,
          bloodPressure: '118/64',
          temperature: 39.2,
          news2: 6,
        }),
      ],
      ['sara', t.ago(49), takes],
      ['sara', t.ago(47), plans({ start: t.slot(30), joint: true, crew: ['amina', 'sara'] })],
      ['sara', t.ago(46), adds('Blod- och urinodling')],
      ['amina', t.ago(28), ticks('Blod- och urinodling')],
      ['sara', t.ago(46), adds('CRP')],
      ['amina', t.ago(26), ticks('CRP')],
      ['sara', t.ago(45), adds('Cefotaxim 1 g iv')],
      ['sara', t.ago(45), adds('Dropp Ringer-Acetat 1 000 ml')],
      ['amina', t.ago(26), comments('CRP 164. Odlingarna är tagna och på väg.')],
      ['sara', t.ago(22), comments('Bra. Vi startar iv-antibiotika på plats, jag tar med.')],
    ],
  },
  {
    patient: { label: 'Elsa M.', birthYear: 1927, area: 'Kullavik', protected: false },
    reason: 'Palliativ, svår smärta trots extrados',
    lane: 'acute',
    priority: 'acute',
    mission: 'advanced-home-care',
    request: {
      since: 'Genombrottssmärta sedan klockan fyra',
      wanted: 'På förmiddagen',
      meets: 'Karin och närstående',
      healthCentre: 'Vårdcentralen Ljungåsen',
    },
    sbar: {
      situation: 'VAS 8 trots två extradoser i natt. Orolig, har inte sovit.',
      background:
        'Spridd bröstcancer, sent palliativt skede. Brytpunktssamtal hållet. Vill dö hemma.',
      assessment: 'Skelettsmärta i ländrygg och höger höft. Illamående i samband med förflyttning.',
      recommendation: 'Översyn av subkutan pump och vidbehovsläkemedel på plats.',
    },
    created: { by: 'karin', at: t.ago(72) },
    then: [
      ['jonas', t.ago(64), takes],
      ['jonas', t.ago(62), plans({ start: t.slot(10), joint: true, crew: ['karin', 'jonas'] })],
      ['jonas', t.ago(60), adds('Höja morfin i subkutan pump')],
      ['jonas', t.ago(60), adds('Midazolam vid behov mot oro')],
      ['karin', t.ago(38), comments('Sonen sitter hos henne. Nyckel finns, ring inte på.')],
      [
        'jonas',
        t.ago(7),
        prepares('car', 'Pumpen höjs i dag. Åk ut om fler än två extradoser behövs.'),
      ],
      ['jonas', t.ago(6), underway],
    ],
  },
]
