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
  'not-a-time',
  'not-one-day',
  'ends-before-it-begins',
  'person-unknown',
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
