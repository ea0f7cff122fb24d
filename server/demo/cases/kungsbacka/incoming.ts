import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { comments, measures } from '../../deeds.ts'

/** Requests that nobody has placed yet; one patient has a reserve number. */
export const kungsbackaIncoming = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Ingrid S.', birthYear: 1929, area: 'Särö', protected: false },
    reason: 'Försämrat allmäntillstånd, äter dåligt sedan 3 dagar',
    lane: 'incoming',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Tre dagar',
      wanted: 'I dag',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Orkar inte upp ur sängen, äter några skedar per måltid.',
      background: 'Hjärtsvikt och polymyalgi med prednisolon 5 mg.',
      assessment: 'Trött men orienterad. Afebril, lätt nedsatt saturation.',
      recommendation: 'Önskar läkarbedömning hemma under dagen.',
    },
    created: { by: 'karin', at: t.ago(18) },
    then: [
      [
        'karin',
        t.ago(17),
        measures({
          rr: 19,
          spo2: 94,
          pulse: 90,
          bloodPressure: '122/68',
          temperature: 37.3,
          news2: 1,
        }),
      ],
    ],
  },
  {
    patient: { label: 'Milan S.', birthYear: 1948, area: 'Onsala', protected: false },
    reason: 'Infekterat bensår, ökad smärta',
    lane: 'incoming',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Sedan i förrgår',
      wanted: 'I dag',
      meets: 'Amina, dottern tolkar',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'Bensår vänster som luktar och gör mer ont, rodnad runt om.',
      background: 'Har reservnummer tills vidare, identiteten är styrkt med pass. Bor hos dottern.',
      assessment: 'Rodnad fyra centimeter ut från sårkanten. Temp 37,8.',
      recommendation: 'Odling och ställningstagande till antibiotika.',
    },
    created: { by: 'amina', at: t.ago(25) },
    then: [['amina', t.ago(21), comments('Tolk är bokad per telefon om dottern inte kan.')]],
  },
  {
    patient: { label: 'Karin A.', birthYear: 1938, area: 'Onsala', protected: false },
    reason: 'Bensår höger, ny nekros',
    lane: 'incoming',
    priority: 'within48h',
    mission: 'basic-home-care',
    request: {
      since: 'Upptäckt vid omläggning i dag',
      wanted: 'Inom två dygn',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Ekdalen',
    },
    sbar: {
      situation: 'Ny svart nekros, två gånger tre centimeter, i sårets nedre kant.',
      background: 'Venöst bensår sedan fem månader, kompression. Diabetes typ 2.',
      assessment: 'Smärta vid omläggning, ingen feber. Fotpuls svår att känna.',
      recommendation: 'Sårbedömning av läkare, ställningstagande till ankeltryck.',
    },
    created: { by: 'amina', at: t.ago(47) },
    then: [
      [
        'amina',
        t.ago(41),
        comments('Obs, två patienter med samma namn i dag. Den här är född 1938.'),
      ],
    ],
  },
  {
    patient: { label: 'Sven-Olof B.', birthYear: 1936, area: 'Vallda', protected: false },
    reason: 'Hemgång i dag, hjärtsvikt. Kontroll inom 48–72 h',
    lane: 'incoming',
    priority: 'planned',
    mission: 'supported-discharge',
    request: {
      since: 'Utskrivning i dag',
      wanted: 'Inom 48–72 timmar',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Norrvik',
    },
    sbar: {
      situation: 'Skrivs ut i dag efter åtta dygn med hjärtsvikt.',
      background: 'Målvikt 78 kg. Ny ordination furosemid 80 mg dagligen.',
      assessment: 'Hemtjänst fyra gånger per dag är beställd. Hustrun klarar inte nätterna.',
      recommendation: 'Hembesök med vikt, blodtryck, kreatinin och kalium.',
    },
    created: { by: 'amina', at: t.ago(64) },
    then: [
      ['amina', t.ago(60), comments('Utskrivningsmeddelandet är läst. Läkemedlen följer med hem.')],
    ],
  },
]
