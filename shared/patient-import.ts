import { z } from 'zod'

/** What is wrong with a row of a file, or with the file as a whole. */
const IMPORT_FAULTS = [
  'unreadable',
  'too-many-rows',
  'column-missing',
  'column-unknown',
  'missing',
  'too-long',
  'not-a-date',
  'not-a-choice',
  'ends-before-it-begins',
  'repeated',
  'already-here',
] as const
export const importFault = z.strictObject({
  /** As the file counts them: its head is row 1. */
  row: z.int().positive(),
  column: z.string().nullable(),
  fault: z.enum(IMPORT_FAULTS),
})
export type ImportFault = Readonly<z.infer<typeof importFault>>

/** What a file holds and what came of it; `doubtful` rows are taken, their numbers look mistyped. */
export const importReport = z.strictObject({
  rows: z.int(),
  valid: z.int(),
  imported: z.boolean(),
  faults: z.array(importFault),
  doubtful: z.array(z.int()),
})
export type ImportReport = Readonly<z.infer<typeof importReport>>

/** The columns of a file, by their Swedish and English names. */
export const IMPORT_COLUMNS = {
  number: ['personnummer', 'number'],
  givenName: ['förnamn', 'given name'],
  familyName: ['efternamn', 'family name'],
  birthDate: ['födelsedatum', 'birth date'],
  street: ['adress', 'address'],
  area: ['område', 'area'],
  phone: ['telefon', 'phone'],
  healthCentre: ['vårdcentral', 'health centre'],
  provider: ['vårdgivare', 'provider'],
  protected: ['skyddad', 'protected'],
  relativeName: ['närstående', 'relative'],
  relativeRelation: ['relation', 'relation'],
  relativePhone: ['närståendes telefon', 'relative phone'],
  doorCode: ['portkod', 'door code'],
  note: ['övrigt', 'note'],
  from: ['från', 'from'],
  until: ['till', 'until'],
} as const satisfies Record<string, readonly [string, string]>
export type ImportColumn = keyof typeof IMPORT_COLUMNS
export const IMPORT_REQUIRED: readonly ImportColumn[] = ['givenName', 'familyName']
