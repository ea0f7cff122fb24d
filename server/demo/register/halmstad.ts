import { demoPatient, type Told } from './demo-patient.ts'

const TALLASEN = 'Vårdcentralen Tallåsen'

const PATIENTS: readonly Told[] = [
  {
    number: '193209152390',
    givenName: 'Evert',
    familyName: 'Almhed',
    street: 'Drömgränd 5',
    area: 'Söndrum',
    phone: '40',
    healthCentre: TALLASEN,
  },
  {
    number: '193402222396',
    givenName: 'Holger',
    familyName: 'Ekbacke',
    street: 'Månskensvägen 8',
    area: 'Getinge',
    phone: '41',
    healthCentre: TALLASEN,
    relative: ['Mona Ekbacke', 'Dotter', '42'],
    notes: [['key', 'Under krukan får den inte ligga: ring dottern']],
  },
  {
    number: '193005192384',
    givenName: 'Dagmar',
    familyName: 'Ulvskog',
    street: 'Drömgränd 11',
    area: 'Kvibille',
    phone: '43',
    healthCentre: 'Vårdcentralen Kvarnlyckan',
  },
]

export const halmstadPatients = PATIENTS.map((told, i) => demoPatient('halmstad', 2, told, i))
