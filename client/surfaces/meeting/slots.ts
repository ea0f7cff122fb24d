import type { Timestamp } from '../../../shared/clock.ts'
import { nextOpening, type Holidays, type TeamWeek } from '../../../shared/team-hours.ts'
import { dayOf, momentOf } from '../../../shared/team-time.ts'

const CLOCKS = ['09:00', '10:30', '13:00', '15:00']
const NOTICE_MS = 30 * 60_000
const OFFERED = 4

/** The next times for a visit that a team usually has: today's that are left, then the next workday's. */
export function visitSlots(now: Timestamp, daysOff: Holidays, week: TeamWeek): Timestamp[] {
  const today = dayOf(now)
  const next = dayOf(nextOpening(momentOf(today, '23:59'), daysOff, week))
  return [today, next]
    .flatMap((day) => CLOCKS.map((clock) => momentOf(day, clock)))
    .filter((time) => time >= now + NOTICE_MS)
    .slice(0, OFFERED)
}
