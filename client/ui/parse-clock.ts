import type { Timestamp } from '../../shared/clock.ts'
import { dayOf, momentOf } from '../../shared/team-time.ts'

const DAY_MS = 86_400_000
const AHEAD_MS = 5 * 60_000

/** Reads a time of day as people type it ("1030", "10.30", "9") into "09:00"; null if it is none. */
export function parseClock(text: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The last moment at which a clock showed this: "23:50" typed after midnight is yesterday's. */
export function latestMoment(clock: string, now: Timestamp): Timestamp {
  const today = momentOf(dayOf(now), clock)
  return today <= now + AHEAD_MS ? today : momentOf(dayOf(now - DAY_MS), clock)
}
