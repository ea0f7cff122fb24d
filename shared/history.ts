import { z } from 'zod'
import { timestamp } from './clock.ts'
import { userId } from './ids.ts'
import { ROLES } from './person.ts'

/** What of the audit log is a case's history: what was done to it, or tried. Reads are not. */
export const HISTORY_ACTIONS = [
  'case-created',
  'case-changed',
  /** A newer change, made without its knowing, stands instead. */
  'change-superseded',
  'change-refused',
] as const

/** Who did what, when; `object` names the part, as a field's name or `sbar.situation`. */
export const historyLine = z.strictObject({
  number: z.int(),
  time: timestamp,
  user: userId.nullable(),
  /** As it was then. */
  name: z.string(),
  role: z.enum([...ROLES, 'display']).nullable(),
  action: z.enum(HISTORY_ACTIONS),
  object: z.string().nullable(),
  from: z.json(),
  to: z.json(),
  reason: z.string(),
})
export type HistoryLine = Readonly<z.infer<typeof historyLine>>

/** Newest first; `before` asks for what is older, and is null where nothing is. */
export const caseHistory = z.strictObject({
  lines: z.array(historyLine),
  before: z.int().nullable(),
})
export type CaseHistory = Readonly<z.infer<typeof caseHistory>>
