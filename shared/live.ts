import { z } from 'zod'
import { caret } from './caret.ts'
import { SBAR_PARTS } from './case.ts'
import { caseId, type BoardId, type CaseId } from './ids.ts'
import type { Person } from './person.ts'

export const LIVE_PATH = '/live'

/** socket.io's part: who is here and what they are at. Nothing of the document goes here. */
export type Present = Person & {
  /** The card this person is dragging just now. */
  holds: CaseId | null
}

/** Where somebody writes: in which text of which case, and where in it if that is known. */
export const writing = z.strictObject({
  case: caseId,
  part: z.enum(SBAR_PARTS),
  caret: caret.nullable(),
})
export type Writing = Readonly<z.infer<typeof writing>>
export type Writer = Person & Writing

export interface ServerEvents {
  present: (board: BoardId, people: Present[]) => void
  /** Who writes where, of what its receiver may see. */
  writers: (board: BoardId, writers: Writer[]) => void
  /** Something has changed in the person's inbox: what, they ask by /api. */
  notices: () => void
}

export interface ClientEvents {
  /** Enter a board's room; the server stamps who. */
  join: (board: BoardId) => void
  leave: (board: BoardId) => void
  hold: (board: BoardId, card: CaseId | null) => void
  /** Each stroke, but at most once a second; null when the text is left. */
  write: (board: BoardId, writing: Writing | null) => void
}

/** A hold that is not renewed ends after this. */
export const HOLD_MS = 10_000
/** Whoever has not written for this long does not write any more. */
export const WRITING_MS = 10_000
/** Nobody is told of others more often. */
export const TELL_EVERY_MS = 1_000
