import { NO_SETTINGS, type BoardSettings } from './board.ts'
import type { Timestamp } from './clock.ts'
import { clockOf, dayAfter, dayOf, momentOf } from './team-time.ts'

/** ISO dates on which the team is off although it is a weekday. */
export type Holidays = Pick<ReadonlySet<string>, 'has'>

type Hours = BoardSettings['hours']

export function isTeamAtWork(
  at: Timestamp,
  holidays: Holidays,
  { opens, closes }: Hours = NO_SETTINGS.hours,
): boolean {
  const clock = clockOf(at)
  return isWorkday(dayOf(at), holidays) && clock >= opens && clock < closes
}

/** When the team next starts its day, after this time. */
export function nextOpening(
  at: Timestamp,
  holidays: Holidays,
  { opens }: Hours = NO_SETTINGS.hours,
): Timestamp {
  const today = dayOf(at)
  const isToday = clockOf(at) < opens && isWorkday(today, holidays)
  return momentOf(isToday ? today : workdayAfter(today, holidays), opens)
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
