import { isUsual, NO_SETTINGS, WEEKDAYS, type BoardSettings } from './board.ts'
import type { Timestamp } from './clock.ts'
import { clockOf, dayAfter, dayOf, momentOf } from './team-time.ts'

/** ISO dates on which the team is off although it is a weekday. */
export type Holidays = Pick<ReadonlySet<string>, 'has'>

/** When a board's team works, by the days of the week. */
export type TeamWeek = Pick<BoardSettings, 'hours' | 'otherHours'>

export function isTeamAtWork(
  at: Timestamp,
  holidays: Holidays,
  week: TeamWeek = NO_SETTINGS,
): boolean {
  const hours = hoursOn(dayOf(at), holidays, week)
  const clock = clockOf(at)
  return hours !== null && clock >= hours.opens && clock < hours.closes
}

/** When the team next starts its day, after this time. */
export function nextOpening(
  at: Timestamp,
  holidays: Holidays,
  week: TeamWeek = NO_SETTINGS,
): Timestamp {
  let day = dayOf(at)
  for (;;) {
    const hours = hoursOn(day, holidays, week)
    const opening = hours && momentOf(day, hours.opens)
    if (opening !== null && opening > at) return opening
    day = dayAfter(day, 1)
  }
}

/** The team's hours on a day; null when it is off. */
export function hoursOn(
  day: string,
  holidays: Holidays,
  { hours, otherHours }: TeamWeek = NO_SETTINGS,
): BoardSettings['hours'] | null {
  if (holidays.has(day)) return null
  const weekday = weekdayOf(day)
  const other = otherHours[weekday]
  return other === undefined ? (isUsual(weekday) ? hours : null) : other
}

/** The first day after this one on which people generally work, Monday to Friday. */
export function workdayAfter(day: string, holidays: Holidays): string {
  let next = dayAfter(day, 1)
  while (holidays.has(next) || !isUsual(weekdayOf(next))) next = dayAfter(next, 1)
  return next
}

const weekdayOf = (day: string) => WEEKDAYS[new Date(day).getUTCDay()] ?? 'sun'
