import type { Timestamp } from './clock.ts'
import { clockOf, dayAfter, dayOf, momentOf } from './team-time.ts'

/** ISO dates on which the team is off although it is a weekday. */
export type Holidays = ReadonlySet<string>

/** When the team's day begins and ends, on its own clock. */
export const OPENS = '08:00'
export const CLOSES = '17:00'

export function isTeamAtWork(at: Timestamp, holidays: Holidays): boolean {
  const clock = clockOf(at)
  return isWorkday(dayOf(at), holidays) && clock >= OPENS && clock < CLOSES
}

/** When the team next starts its day, after this time. */
export function nextOpening(at: Timestamp, holidays: Holidays): Timestamp {
  const today = dayOf(at)
  const isToday = clockOf(at) < OPENS && isWorkday(today, holidays)
  return momentOf(isToday ? today : workdayAfter(today, holidays), OPENS)
}

/** The first day after this one on which the team works. */
export function workdayAfter(day: string, holidays: Holidays): string {
  let next = dayAfter(day, 1)
  while (!isWorkday(next, holidays)) next = dayAfter(next, 1)
  return next
}

function isWorkday(day: string, holidays: Holidays): boolean {
  const isWeekend = new Date(day).getUTCDay() % 6 === 0
  return !isWeekend && !holidays.has(day)
}
