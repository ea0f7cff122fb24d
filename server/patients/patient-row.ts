import {
  parseIdentityNumber,
  maskIdentityNumber,
  type IdentityNumber,
} from '../../shared/identity-number.ts'
import type { PatientId } from '../../shared/ids.ts'
import {
  briefOf,
  withBirthDate,
  type Enrolment,
  type PatientDetails,
  type PatientHit,
  type PracticalNote,
  type Relative,
} from '../../shared/patient.ts'
import type { Schema } from '../store/schema.ts'
import { fold } from './fold.ts'

export type PatientRow = Schema['patients']
/** A patient with the days on which they belong to the board in question. */
export type EnrolledRow = PatientRow & { readonly enrolment: Enrolment }

/** How a patient rests in the database. */
export function rowOf(
  id: PatientId,
  written: string,
  today: string,
  details: PatientDetails,
): PatientRow {
  const number = parseIdentityNumber(written, today)
  return { id, version: 1, ...numberColumns(number), ...detailColumns(details, number) }
}

export const numberColumns = (number: IdentityNumber | null) => ({
  number: number?.number ?? null,
  number_kind: number?.kind ?? null,
})

export function detailColumns(details: PatientDetails, number: IdentityNumber | null) {
  const { givenName, familyName, street, area, phone, healthCentre, provider } = details
  return {
    given_name: givenName,
    family_name: familyName,
    words: ` ${fold(`${givenName} ${familyName}`)}`,
    birth_date: withBirthDate(details, number).birthDate,
    street,
    area,
    phone,
    relatives: JSON.stringify(details.relatives),
    notes: JSON.stringify(details.notes),
    health_centre: healthCentre,
    provider,
    protected: details.protected ? (1 as const) : (0 as const),
  }
}

export const detailsOf = (row: PatientRow): PatientDetails => ({
  givenName: row.given_name,
  familyName: row.family_name,
  birthDate: row.birth_date,
  street: row.street,
  area: row.area,
  phone: row.phone,
  relatives: JSON.parse(row.relatives) as Relative[],
  notes: JSON.parse(row.notes) as PracticalNote[],
  healthCentre: row.health_centre,
  provider: row.provider,
  protected: row.protected === 1,
})

export const numberOf = ({ number, number_kind, birth_date }: PatientRow): IdentityNumber | null =>
  number === null || number_kind === null
    ? null
    : { number, kind: number_kind, birthDate: birth_date, doubt: null }

export function maskedNumber(row: PatientRow): string | null {
  const number = numberOf(row)
  return number && maskIdentityNumber(number)
}

export const hitOf = (row: PatientRow, here: boolean): PatientHit => ({
  ...briefOf(row.id, detailsOf(row)),
  name: `${row.given_name} ${row.family_name}`,
  number: maskedNumber(row),
  here,
})
