import type { NoteKind, PatientDetails } from '../../../shared/patient.ts'
import { patientId, type PatientId } from '../../../shared/ids.ts'

export type DemoPatient = {
  readonly id: PatientId
  readonly board: string
  /** As somebody would write it. */
  readonly number: string
  readonly details: PatientDetails
}

export type Told = Pick<PatientDetails, 'givenName' | 'familyName' | 'area' | 'healthCentre'> & {
  readonly number: string
  readonly street: string
  /** The last two digits of a number that nobody can be given: 070-174 06 xx. */
  readonly phone: string
  readonly relative?: readonly [name: string, relation: string, phone: string]
  readonly notes?: readonly (readonly [kind: NoteKind, text: string])[]
  readonly birthDate?: string
  readonly protected?: true
}

const phoneOf = (ending: string) => `070-174 06 ${ending}`

/** An invented patient. Their id is made from their place in the list: it is the same in every demo. */
export function demoPatient(board: string, series: number, told: Told, i: number): DemoPatient {
  const { number, phone, relative, notes = [], birthDate = null, ...rest } = told
  const [name = '', relation = '', ending = ''] = relative ?? []
  const place = String(series * 100 + i).padStart(12, '0')
  return {
    id: patientId.parse(`00000000-0000-4000-8000-${place}`),
    board,
    number,
    details: {
      provider: 'municipality',
      protected: false,
      ...rest,
      birthDate,
      phone: phoneOf(phone),
      relatives: relative ? [{ name, relation, phone: phoneOf(ending) }] : [],
      notes: notes.map(([kind, text]) => ({ kind, text })),
    },
  }
}
