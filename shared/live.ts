import { z } from 'zod'
import { caret } from './caret.ts'
import { SBAR_PARTS } from './case.ts'
import type { Timestamp } from './clock.ts'
import { caseId, type BoardId, type CaseId } from './ids.ts'
import type { Person } from './person.ts'

export const LIVE_PATH = '/live'

/** Where people work on a board. Walls have no part in presence. */
export const SURFACES = ['board', 'day', 'plan', 'handover', 'meeting', 'archive'] as const
export type Surface = (typeof SURFACES)[number]

/** What one window shows: a surface, and the case that is open on it. */
export const view = z.strictObject({ surface: z.enum(SURFACES), case: caseId.nullable() })
export type View = Readonly<z.infer<typeof view>>

/** socket.io's part: who is here and what they are at. Nothing of the document goes here. */
export type Present = Person & {
  /** When they came, on the server's clock. */
  since: Timestamp
  /** What they look at, in as many windows as they have; cases that the receiver may see. */
  views: readonly View[]
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

/** What the server rings for: there is something to ask for by /api. */
export type Bell = 'alerts' | 'notices'

export interface ServerEvents {
  present: (board: BoardId, people: Present[]) => void
  /** Who writes where, of what its receiver may see. */
  writers: (board: BoardId, writers: Writer[]) => void
  /** There is something about alerts to ask for (`GET /api/alerts`). */
  alerts: () => void
  /** Something has changed in the person's inbox: what, they ask by /api. */
  notices: () => void
}

export interface ClientEvents {
  /** Enter a board's room; the server stamps who. */
  join: (board: BoardId) => void
  leave: (board: BoardId) => void
  /** What this window shows, when that has changed, but at most once a second. */
  view: (board: BoardId, view: View) => void
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
/** A socket whose client does not answer a ping in time is gone: less than twenty seconds in all. */
export const PING_EVERY_MS = 9_000
export const PING_TIMEOUT_MS = 9_000
