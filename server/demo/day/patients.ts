import type { Mission } from '../../../shared/mission.ts'

/** An invented patient as a nurse tells of them, and what a visit finds and does. */
export type Patient = {
  readonly label: string
  readonly birthYear: number
  readonly mission: Mission
  readonly reason: string
  readonly since: string
  readonly background: string
  readonly assessment: string
  readonly check: string
  readonly result: string
  readonly treatment: string
  readonly callIf: string
}

export const ACUTE_PATIENTS: readonly Patient[] = [
  {
    label: 'Signe W.',
    birthYear: 1934,
    mission: 'hospital-at-home',
    reason: 'Feber 39,1° och hosta, misstänkt pneumoni',
    since: 'Sedan i natt',
    background: 'Hjärtsvikt och diabetes typ 2. Vill vårdas hemma.',
    assessment: 'Rassel vänster bas. Trött men adekvat.',
    check: 'CRP och saturation',
    result: 'CRP 118, saturation 92 % på luft.',
    treatment: 'Iv-antibiotika, första dosen',
    callIf: 'Saturation under 90 % eller ny frossa',
  },
  {
    label: 'Arvid Ö.',
    birthYear: 1938,
    mission: 'basic-home-care',
    reason: 'Hypoglykemi, P-glukos 2,8 i morse',
    since: 'Klockan sex i morse',
    background: 'Diabetes typ 2 med insulin två gånger per dag. Åt dåligt i går.',
    assessment: 'Vaken efter druvsocker, 6,1 vid omkontroll.',
    check: 'Glukos varannan timme',
    result: 'Glukos 7,2, har ätit frukost.',
    treatment: 'Sänkt insulindos till kvällen',
    callIf: 'P-glukos under 4',
  },
  {
    label: 'Hjördis F.',
    birthYear: 1930,
    mission: 'basic-home-care',
    reason: 'Hjärtsvikt, andfådd i vila, +4 kg',
    since: 'Tilltagande i tre dagar',
    background: 'HFrEF, EF 25 %. Sex dygn på sjukhus i våras.',
    assessment: 'Halsvenstas, ödem till låren, basala rassel.',
    check: 'Vikt, kreatinin och kalium',
    result: 'Vikt 71,8 kg, kalium 4,1.',
    treatment: 'Furosemid 40 mg iv',
    callIf: 'Ny andnöd eller mindre urin än en halv liter på dygnet',
  },
  {
    label: 'Valter I.',
    birthYear: 1936,
    mission: 'care-home-doctor',
    reason: 'Fall i natt, smärta i höger handled',
    since: 'Klockan fyra i natt',
    background: 'Demenssjukdom, rollator. Inga blodförtunnande läkemedel.',
    assessment: 'Svullnad utan felställning, god rörlighet i fingrarna.',
    check: 'Smärtskattning i rörelse',
    result: 'Avlastad med skena, lugnare.',
    treatment: 'Skena och paracetamol',
    callIf: 'Ökad svullnad eller domningar',
  },
  {
    label: 'Edit L.',
    birthYear: 1929,
    mission: 'advanced-home-care',
    reason: 'Palliativ, andnöd och oro',
    since: 'Sedan i går kväll',
    background: 'Lungcancer, sent palliativt skede. Brytpunktssamtal hållet.',
    assessment: 'Orolig, rosslig, kan inte ligga ner.',
    check: 'Skattning av andnöd',
    result: 'Lugnare efter extrados, sover.',
    treatment: 'Subkutan pump, ny dos',
    callIf: 'Behov av mer än tre extradoser till natten',
  },
]

export const OTHER_PATIENTS: readonly Patient[] = [
  {
    label: 'Börje M.',
    birthYear: 1941,
    mission: 'basic-home-care',
    reason: 'Infekterat bensår, mer vätska',
    since: 'Sedan förra omläggningen',
    background: 'Venös insufficiens, kompression sedan ett år.',
    assessment: 'Rodnad två centimeter runt såret, afebril.',
    check: 'Sårodling',
    result: 'Odlingen är skickad, såret är rengjort.',
    treatment: 'Sårrevision',
    callIf: 'Feber eller rodnad utanför markeringen',
  },
  {
    label: 'Tyra Å.',
    birthYear: 1937,
    mission: 'basic-home-care',
    reason: 'Yrsel efter ny blodtrycksmedicin',
    since: 'Två dagar',
    background: 'Hypertoni, tidigare stroke.',
    assessment: 'Ortostatiskt blodtrycksfall, inga nya bortfall.',
    check: 'Ortostatiskt prov',
    result: 'Fall från 148 till 122, mår bättre.',
    treatment: 'Läkemedelsgenomgång',
    callIf: 'Nytt fall eller svimning',
  },
  {
    label: 'Henning S.',
    birthYear: 1943,
    mission: 'supported-discharge',
    reason: 'Hem i går efter pneumoni, kontroll',
    since: 'Utskriven i går',
    background: 'KOL stadium 2, slutar antibiotika om tre dagar.',
    assessment: 'Pigg, orolig för att vara ensam.',
    check: 'Temp, saturation och andningsfrekvens',
    result: '36,9°, 94 % och 18 andetag per minut.',
    treatment: 'Genomgång av läkemedelslista',
    callIf: 'Feber eller tilltagande andnöd',
  },
  {
    label: 'Asta G.',
    birthYear: 1932,
    mission: 'basic-home-care',
    reason: 'Dricker dåligt, risk för intorkning',
    since: 'Fyra dagar',
    background: 'Njursvikt. Hemtjänst tre gånger per dag.',
    assessment: 'Torra slemhinnor, blodtryck 108/60.',
    check: 'Kreatinin och elektrolyter',
    result: 'Kreatinin 141, natrium 134.',
    treatment: 'Dropp 1 000 ml',
    callIf: 'Mindre än fem deciliter per dygn',
  },
  {
    label: 'Ivar D.',
    birthYear: 1939,
    mission: 'basic-home-care',
    reason: 'INR 4,4, svårinställt',
    since: 'Provsvar i morse',
    background: 'Förmaksflimmer, warfarin. Avslutade en antibiotikakur i går.',
    assessment: 'Inga blödningstecken.',
    check: 'INR',
    result: 'INR 3,6, en dos hoppas över.',
    treatment: 'Ny dosering och dosett',
    callIf: 'Blåmärken eller blödning',
  },
  {
    label: 'Maud P.',
    birthYear: 1946,
    mission: 'advanced-home-care',
    reason: 'PICC-omläggning, trögt att spola',
    since: 'Sågs i morse',
    background: 'Näringsdropp i hemmet fem nätter i veckan.',
    assessment: 'Ingen rodnad, backflöde saknas.',
    check: 'Spolning och backflöde',
    result: 'Backflöde finns efter spolning.',
    treatment: 'PICC-omläggning',
    callIf: 'Feber, frossa eller svullen arm',
  },
]
