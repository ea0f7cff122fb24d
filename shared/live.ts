import type { BoardId, CaseId } from './ids.ts'
import type { Person } from './person.ts'

export const LIVE_PATH = '/live'

/** socket.io's part: who is here and who holds which card. Nothing of the document goes here. */
export type Present = Person & {
  /** The card this person is dragging just now. */
  holds: CaseId | null
}

export interface ServerEvents {
  present: (board: BoardId, people: Present[]) => void
}

export interface ClientEvents {
  /** Enter a board's room; the server stamps who. */
  join: (board: BoardId) => void
  leave: (board: BoardId) => void
  hold: (board: BoardId, card: CaseId | null) => void
}

/** A hold that is not renewed ends after this. */
export const HOLD_MS = 10_000
