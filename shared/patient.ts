import { z } from 'zod'
import { patientId } from './ids.ts'
import type { IdentityNumber } from './identity-number.ts'
import {
  AREA_MAX,
  LABEL_MAX,
  NAME_MAX,
  NUMBER_MAX,
  PATIENT_NOTES_MAX,
  PHONE_MAX,
  RELATIVES_MAX,
  SHORT_TEXT_MAX,
} from './limits.ts'

/** Who answers for a patient's care at home. */
export const PROVIDERS = ['region', 'municipality'] as const
export const provider = z.enum(PROVIDERS)
export type Provider = z.infer<typeof provider>

/** What somebody who goes there has to know. */
export const NOTE_KINDS = [
  'door-code',
  'key',
  'dog',
  'infection',
  'stairs',
  'coverage',
  'other',
] as const
export const noteKind = z.enum(NOTE_KINDS)
export type NoteKind = z.infer<typeof noteKind>

const words = (max: number) => z.string().trim().max(max)
const name = words(NAME_MAX).min(1)
const day = z.iso.date()

export const relative = z.strictObject({
  name,
  relation: words(NAME_MAX),
  phone: words(PHONE_MAX),
})
export type Relative = z.infer<typeof relative>

export const practicalNote = z.strictObject({ kind: noteKind, text: words(SHORT_TEXT_MAX) })
export type PracticalNote = z.infer<typeof practicalNote>

/** What the register knows of a patient besides the identity number. */
export const patientDetails = z.strictObject({
  givenName: name,
  familyName: name,
  birthDate: day.nullable(),
  street: words(SHORT_TEXT_MAX),
  area: words(AREA_MAX),
  phone: words(PHONE_MAX),
  relatives: z.array(relative).max(RELATIVES_MAX),
  notes: z.array(practicalNote).max(PATIENT_NOTES_MAX),
  healthCentre: words(SHORT_TEXT_MAX),
  provider,
  protected: z.boolean(),
})
export type PatientDetails = Readonly<z.infer<typeof patientDetails>>

/** From the first day to the last one; null while no last day is set. */
export const enrolment = z
  .strictObject({ from: day, until: day.nullable() })
  .refine(({ from, until }) => until === null || until >= from, 'until is before from')
export type Enrolment = Readonly<z.infer<typeof enrolment>>

const number = words(NUMBER_MAX)

/** A new patient as somebody enters them: the number as it was written, or nothing. */
export const newPatient = z.strictObject({
  number,
  details: patientDetails,
  enrolment,
  /** Whoever saw those that look alike, and says that this is somebody else. */
  knowing: z.boolean(),
})
export type NewPatient = Readonly<z.infer<typeof newPatient>>

/** A record as it is to be; `number` null leaves the number, which who edits may not have seen. */
export const patientChange = z.strictObject({
  version: z.int(),
  number: number.nullable(),
  details: patientDetails,
  enrolment,
})
export type PatientChange = Readonly<z.infer<typeof patientChange>>

/** A record as it is read: the number masked. */
export const patientRecord = z.strictObject({
  id: patientId,
  version: z.int(),
  /** Null for a patient without a number. */
  number: z.string().nullable(),
  numberKind: z.enum(['personal', 'coordination', 'reserve']).nullable(),
  details: patientDetails,
  enrolment,
})
export type PatientRecord = Readonly<z.infer<typeof patientRecord>>

/** What a case takes from the register; of a protected identity nothing but that it is one. */
export const patientBrief = z.strictObject({
  id: patientId,
  label: z.string(),
  birthYear: z.int().nullable(),
  area: z.string(),
  healthCentre: z.string(),
  protected: z.boolean(),
})
export type PatientBrief = Readonly<z.infer<typeof patientBrief>>

/** A patient as a search finds them; `here` is whether they are enrolled to the board that asks. */
export const patientHit = patientBrief.extend({
  name: z.string(),
  number: z.string().nullable(),
  here: z.boolean(),
})
export type PatientHit = Readonly<z.infer<typeof patientHit>>

export const patientSearch = z.strictObject({ words: z.string().trim().min(2).max(NAME_MAX) })
export const patientHits = z.strictObject({ hits: z.array(patientHit), more: z.boolean() })
export type PatientHits = Readonly<z.infer<typeof patientHits>>

/** What came of entering a patient: they are enrolled, or the register has some that look alike. */
export const enrolled = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrolled'), patient: patientBrief }),
  z.strictObject({ kind: z.literal('similar'), similar: z.array(patientHit) }),
])
export type Enrolled = Readonly<z.infer<typeof enrolled>>

export const patientNumber = z.strictObject({ number: z.string().nullable() })

/** What a card calls a patient: "Astrid D." */
export function labelOf({
  givenName,
  familyName,
}: Pick<PatientDetails, 'givenName' | 'familyName'>) {
  const [first = ''] = givenName.trim().split(/\s+/u)
  const [initial = ''] = familyName.trim().toLocaleUpperCase('sv')
  return `${first.slice(0, LABEL_MAX - 4)} ${initial}.`
}

export function briefOf(id: PatientBrief['id'], details: PatientDetails): PatientBrief {
  const { birthDate, area, healthCentre } = details
  if (details.protected)
    return { id, label: '', birthYear: null, area: '', healthCentre: '', protected: true }
  const birthYear = birthDate === null ? null : Number(birthDate.slice(0, 4))
  return { id, label: labelOf(details), birthYear, area, healthCentre, protected: false }
}

/** A number says when its owner was born; only without such a number is the typed date taken. */
export const withBirthDate = (details: PatientDetails, read: IdentityNumber | null) =>
  read?.birthDate ? { ...details, birthDate: read.birthDate } : details
