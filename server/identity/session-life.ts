import { sql, type RawBuilder } from 'kysely'
import type { Principal } from './principal.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How long a session lasts unused, and at most (S2). */
export const SESSION_LIFE = {
  person: { idleMs: 4 * HOUR_MS, wholeMs: 12 * HOUR_MS },
  display: { idleMs: 30 * DAY_MS, wholeMs: 400 * DAY_MS },
} as const satisfies Record<Principal['kind'], { idleMs: number; wholeMs: number }>

export type Age = { readonly createdAt: number; readonly usedAt: number }

export function hasEnded(kind: Principal['kind'], { createdAt, usedAt }: Age, now: number) {
  const { idleMs, wholeMs } = SESSION_LIFE[kind]
  return now >= usedAt + idleMs || now >= createdAt + wholeMs
}

/**
 * The same as a condition on rows of `sessions`. One that somebody ended counts until its whole
 * time is over: its browser may be away for long, and must still hear of it.
 */
export function endedRows(now: number): RawBuilder<boolean> {
  const ended = ({ idleMs, wholeMs }: { idleMs: number; wholeMs: number }) => sql<boolean>`(
    created_at <= ${now - wholeMs} or (used_at <= ${now - idleMs} and revoked_at is null))`
  const { person, display } = SESSION_LIFE
  return sql`case when display is null then ${ended(person)} else ${ended(display)} end`
}
