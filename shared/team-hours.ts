import type { Timestamp } from './clock.ts'
import { clockOf, dayAfter, dayOf, momentOf } from './team-time.ts'

/** ISO dates on which the team is off although it is a weekday. */
export type Holidays = ReadonlySet<string>

const OPENS = '08:00'
const CLOSES = '17:00'

export function isTeamAtWork(at: Timestamp, holidays: Holidays): boolean {
  const clock = clockOf(at)
  return isWorkday(dayOf(at), holidays) && clock >= OPENS && clock < CLOSES
}

/** When the team next starts its day, after this time. */
export function nextOpening(at: Timestamp, holidays: Holidays): Timestamp {
  let day = clockOf(at) < OPENS ? dayOf(at) : dayAfter(dayOf(at), 1)
  while (!isWorkday(day, holidays)) day = dayAfter(day, 1)
  return momentOf(day, OPENS)
}

function isWorkday(day: string, holidays: Holidays): boolean {
  const isWeekend = new Date(day).getUTCDay() % 6 === 0
  return !isWeekend && !holidays.has(day)
}
