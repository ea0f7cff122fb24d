import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import {
  adds,
  arrives,
  comments,
  documents,
  finishes,
  plans,
  takes,
  ticks,
  underway,
} from '../../deeds.ts'

/** The day's four visits, the first of them done. */
export const halmstadVisits = (t: DemoTime): DemoCase[] => [
  {
    patient: { label: 'Sture B.', birthYear: 1941, area: 'Åled', protected: false },
    reason: 'Andnöd vid KOL, kontroll dag 2',
    lane: 'today',
    priority: 'today',
    mission: 'hospital-at-home',
    request: {
      since: 'Exacerbation i förrgår',
      wanted: 'Tidigt på dagen',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'KOL-exacerbation, kortison och antibiotika dag 2.',
      background: 'KOL stadium 3, syrgas i hemmet.',
      assessment: 'Mindre rosslig, saturation 90 % på 1 liter.',
      recommendation: 'Kontroll av andning och saturation.',
    },
    created: { by: 'amina', at: t.day(-2, '09:30') },
    then: [
      ['jonas', t.day(-2, '09:45'), takes],
      ['jonas', t.day(-1, '15:40'), plans({ start: t.slot(-130), joint: false, crew: ['amina'] })],
      ['jonas', t.day(-1, '15:40'), adds('Inhalationsteknik')],
      ['amina', t.at(-108), ticks('Inhalationsteknik')],
      ['amina', t.at(-144), underway],
      ['amina', t.at(-128), arrives],
      ['amina', t.at(-101), finishes],
      ['amina', t.at(-97), comments('Bättre. Saturation 91 % på 1 liter, sover liggande igen.')],
      ['amina', t.at(-92), documents],
    ],
  },
  {
    patient: { label: 'Kerstin Y.', birthYear: 1935, area: 'Söndrum', protected: false },
    reason: 'Urinvägsinfektion, feber igen',
    lane: 'today',
    priority: 'today',
    mission: 'basic-home-care',
    request: {
      since: 'Sedan i natt',
      wanted: 'I dag',
      meets: 'Karin',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'Feber 38,4° på dag 4 av pivmecillinam.',
      background: 'KAD sedan ett år. Överkänslighet mot trimetoprim.',
      assessment: 'Opåverkad, dricker bra. Grumlig urin.',
      recommendation: 'Ny odling, kateterbyte och ställningstagande till byte av antibiotika.',
    },
    created: { by: 'karin', at: t.ago(176) },
    then: [
      ['sara', t.ago(164), takes],
      ['sara', t.ago(162), plans({ start: t.slot(110), joint: true, crew: ['karin', 'sara'] })],
      ['sara', t.ago(161), adds('Urinodling')],
      ['karin', t.ago(92), ticks('Urinodling')],
      ['sara', t.ago(161), adds('Kateterbyte')],
    ],
  },
  {
    patient: { label: 'Ragnar C.', birthYear: 1937, area: 'Vapnö', protected: false },
    reason: 'Läkemedelsgenomgång efter utskrivning',
    lane: 'today',
    priority: 'planned',
    mission: 'supported-discharge',
    request: {
      since: 'Hem i förrgår',
      wanted: 'Inom 72 timmar',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Tallåsen',
    },
    sbar: {
      situation: 'Utskriven efter stroke, nya läkemedel mot högt blodtryck.',
      background: 'Förmaksflimmer upptäckt under vårdtiden.',
      assessment: 'Osäker på vilka tabletter som är utsatta.',
      recommendation: 'Läkemedelsgenomgång hemma och kontroll av blodtryck.',
    },
    created: { by: 'amina', at: t.day(-2, '14:15') },
    then: [
      ['jonas', t.day(-1, '08:30'), takes],
      [
        'jonas',
        t.day(-1, '15:45'),
        plans({
          start: t.slot(170),
          joint: true,
          crew: ['amina', 'jonas'],
        }),
      ],
      ['amina', t.ago(118), comments('Hustrun har sparat de gamla burkarna, vi tar dem med.')],
    ],
  },
  {
    patient: { label: 'Alfhild M.', birthYear: 1928, area: 'Getinge', protected: false },
    reason: 'Subkutan pump, ny inställning',
    lane: 'today',
    priority: 'within48h',
    mission: 'advanced-home-care',
    request: {
      since: 'Två dagar',
      wanted: 'I dag eller i morgon',
      meets: 'Amina',
      healthCentre: 'Vårdcentralen Kvarnlyckan',
    },
    sbar: {
      situation: 'Fyra extradoser per dygn de senaste två dagarna.',
      background: 'Palliativ, ovarialcancer. Subkutan pump sedan förra veckan.',
      assessment: 'Smärtfri mellan doserna, klar.',
      recommendation: 'Höjning av grunddos, ny kassett.',
    },
    created: { by: 'amina', at: t.day(-1, '14:50') },
    then: [
      ['sara', t.day(-1, '15:05'), takes],
      ['sara', t.ago(105), plans({ start: t.slot(205), joint: false, crew: ['amina'] })],
      ['sara', t.ago(104), adds('Byte av kassett, ny grunddos')],
    ],
  },
]
