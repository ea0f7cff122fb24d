import { z } from 'zod'
import { timestamp } from './clock.ts'
import { caseId, userId } from './ids.ts'

/** Why an update was not taken at all. Each has one message per language in the client. */
const REFUSALS = [
  /** A root, field or nested value that the board does not know. */
  'unknown-part',
  /** A value that its schema does not allow, or a text or list past its limit. */
  'invalid-value',
  'not-allowed',
  /** What only the server writes. */
  'server-owned',
  /** Something that may only be changed or added to is gone: a case, a field, a comment. */
  'removed',
  /** It is written in another person's name. */
  'not-yours',
  'close-needs-outcome',
  /** It rests on changes that its sender does not have either. */
  'incomplete',
  /** More parts than can be merged at once. */
  'too-much',
  'board-full',
  'case-full',
] as const
export type UpdateRefusal = (typeof REFUSALS)[number]

/** Why a value that was sent does not stand, although its sender did nothing wrong. */
const SUPERSEDED_BY = [
  /** A newer decision that the sender did not know of. */
  'newer',
  /** The case was closed meanwhile. */
  'closed',
  /** The case would be closed without what that takes. */
  'outcome-missing',
  'receipt-missing',
] as const
export type SupersededBy = (typeof SUPERSEDED_BY)[number]

/**
 * What a sender is told about changes that were not taken as they were. `part` is a field's
 * name, `sbar.<part>`, `tasks.<id>`, `comments` or `settings.<key>`.
 */
export const ruling = z.discriminatedUnion('kind', [
  /** The store does not answer: nothing is lost, and nothing is being saved. */
  z.strictObject({ kind: z.literal('not-saving') }),
  z.strictObject({ kind: z.literal('saving-again') }),
  /** Nothing of the update was taken; the socket closes with 4403 next. */
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum(REFUSALS),
    case: caseId.nullable(),
    part: z.string().nullable(),
  }),
  /** The rest of the update was taken; in this part what was there is kept. */
  z.strictObject({
    kind: z.literal('superseded'),
    because: z.enum(SUPERSEDED_BY),
    case: caseId,
    part: z.string(),
    /** What stands now, when that was decided, and by whom, if known. */
    kept: z.strictObject({ value: z.json(), at: timestamp, by: userId.nullable() }),
    yours: z.strictObject({ value: z.json(), at: timestamp }),
  }),
])
export type Ruling = z.infer<typeof ruling>
export type Superseded = Extract<Ruling, { kind: 'superseded' }>
