import type { SessionId } from './principal.ts'

/** What the log calls a display, so that its openings lead back to who made it one. */
export const displayName = (session: SessionId): string => `display ${session.slice(0, 8)}`
