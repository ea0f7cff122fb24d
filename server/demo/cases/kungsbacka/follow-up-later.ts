import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import {
  adds,
  comments,
  documents,
  followsUp,
  handsOver,
  prepares,
  takes,
  ticks,
} from '../../deeds.ts'

/** Due tomorrow and on the days to come. */
export const kungsbackaFollowUpsLater = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Åke T.', birthYear: 1942, area: 'Kolla', protected: false },
    reason: 'Antibiotika dag 3, odlingssvar',
    lane: 'followup',
    priority: 'within48h',
    mission: 'basic-home-care',
    request: {
      since: 'UVI sedan två dagar',
      wanted: 'Dag 3',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Febril UVI, ciprofloxacin dag 2.',
      background: 'KAD. Tidigare resistenta bakterier i odling.',
      assessment: 'Feberfri sedan i går kväll.',
      recommendation: 'Läs av odlingssvar och ta ställning till byte.',
    },
    created: { by: 'amina', at: t.day(-3, '13:15') },
    then: [
      ['sara', t.day(-3, '13:30'), takes],
      ['sara', t.day(-3, '13:40'), adds('Urinodling')],
      ['amina', t.day(-3, '15:10'), ticks('Urinodling')],
      [
        'sara',
        t.day(-2, '10:50'),
        followsUp({
          due: t.day(1, '09:00'),
          check: 'Odlingssvar, temp',
          callIf: 'Feber eller frossa igen',
        }),
      ],
      ['sara', t.day(-2, '10:55'), documents],
      [
        'amina',
        t.day(-2, '16:20'),
        comments('Preliminärt svar: växt av E. coli, resistens dröjer.'),
      ],
    ],
  },
  {
    patient: { label: 'Gun-Britt F.', birthYear: 1932, area: 'Onsala', protected: false },
    reason: 'Fall utan fraktur, smärta och gång',
    lane: 'followup',
    priority: 'within48h',
    mission: 'rehabilitation-at-home',
    request: {
      since: 'Föll i går',
      wanted: 'Inom 48 timmar',
      meets: 'Karin och fysioterapeut',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'Föll i köket i går. Röntgen utan fraktur.',
      background: 'Osteoporos, rollator inomhus.',
      assessment: 'Går kort sträcka med stöd, smärta i höger höft.',
      recommendation: 'Ny bedömning av smärta och gång, hjälpmedel.',
    },
    created: { by: 'karin', at: t.day(-1, '08:50') },
    then: [
      ['jonas', t.day(-1, '09:10'), takes],
      ['jonas', t.day(-1, '12:30'), adds('Paracetamol 1 g × 3')],
      [
        'jonas',
        t.day(-1, '12:35'),
        followsUp({
          due: t.day(1, '13:00'),
          check: 'Smärta, gång, hjälpmedel i hemmet',
          callIf: 'Kan inte stödja på benet',
        }),
      ],
      ['karin', t.ago(64), comments('Fysioterapeuten följer med i morgon.')],
    ],
  },
  {
    patient: { label: 'Sixten V.', birthYear: 1939, area: 'Särö', protected: false },
    reason: 'Hjärtsvikt, vikt varje vecka',
    lane: 'followup',
    priority: 'planned',
    mission: 'hospital-at-home',
    request: {
      since: 'Stabil sedan två veckor',
      wanted: 'En gång i veckan',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Stabil hjärtsvikt efter två omgångar iv furosemid.',
      background: 'HFpEF, förmaksflimmer. Målvikt 84 kg.',
      assessment: 'Vikt 84,3 kg förra veckan, inga ödem.',
      recommendation: 'Vikt varje vecka, återlämna efter nästa kontroll om fortsatt stabil.',
    },
    created: { by: 'karin', at: t.day(-9, '09:30') },
    then: [
      ['sara', t.day(-9, '09:50'), takes],
      [
        'sara',
        t.day(-9, '14:30'),
        followsUp({
          due: t.day(4, '10:00'),
          check: 'Vikt, ödem, blodtryck',
          callIf: 'Två kilo upp på tre dagar',
        }),
      ],
      ['sara', t.day(-9, '14:40'), documents],
      ['karin', t.day(-9, '15:00'), documents],
      [
        'karin',
        t.evening - 10 * 60_000,
        prepares('evening', 'Vikt och andning kl. 20. Ring om två kilo upp eller ny andnöd.'),
      ],
      ['karin', t.evening, handsOver('phoned', 'Lena, kvällspatrullen')],
    ],
  },
]
