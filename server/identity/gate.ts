import type { Access } from '../../shared/access.ts'
import type { BoardSettings } from '../../shared/board.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Principal, SessionId } from './principal.ts'

/** What a principal finds behind a board's door. */
export type Entry = { readonly epoch: Epoch; readonly access: Access }

/** What the server itself writes into a board's document: its settings at birth, and its team. */
export type Team = { readonly settings: BoardSettings; readonly people: readonly Person[] }

/** Identity as sockets and routers need it: who is this, and where may they go. */
export interface Gate {
  /** Reads the session cookie; null when there is none, it has ended or is locked. Counts as activity. */
  authenticate(cookieHeader: string | undefined): Promise<Principal | null>
  /** Whether the cookie is of a session that waits for its person's password. */
  isLocked(cookieHeader: string | undefined): Promise<boolean>
  /** What a principal may do with a board; null when it does not exist or is not theirs. */
  enter(principal: Principal, board: BoardId): Promise<Entry | null>
  teamOf(board: BoardId): Promise<Team>
  /** Marks a session as in use, so that its idle time starts over. */
  touch(session: SessionId): void
  /** Calls back when a session has ended, by sign-out, revocation or time; returns how to stop. */
  onSessionEnd(listener: (session: SessionId) => void): () => void
  /** Calls back when a session has been locked; returns how to stop. */
  onSessionLock(listener: (session: SessionId) => void): () => void
}
