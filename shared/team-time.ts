import type { Timestamp } from './clock.ts'

/** Days and clock times are the team's, wherever a server or a browser stands. */
export const TEAM_TIME_ZONE = 'Europe/Stockholm'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TEAM_TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** "2026-03-10": the team's calendar day. */
export const dayOf = (at: Timestamp): string => parts.format(at).slice(0, 10)

/** "09:42" */
export const clockOf = (at: Timestamp): string => parts.format(at).slice(11, 16)

/** The day so many days after another; fewer than none is before. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** How many calendar days lie between; positive when the second is later. */
export const daysBetween = (from: Timestamp, to: Timestamp): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS)

/**
 * The moment at which the team's clock shows this: "2026-03-10" and "09:42". An hour that the
 * spring skips counts as the one after it; of one that the autumn repeats, the first.
 */
export function momentOf(day: string, clock: string): Timestamp {
  const asUtc = Date.parse(`${day}T${clock}Z`)
  const summer = asUtc - 2 * HOUR_MS
  return dayOf(summer) === day && clockOf(summer) === clock ? summer : asUtc - HOUR_MS
}
