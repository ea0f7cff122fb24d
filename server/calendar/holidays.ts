import Calendar from 'date-holidays'
import type { Timestamp } from '../../shared/clock.ts'
import type { Holidays } from '../../shared/team-hours.ts'
import { dayOf } from '../../shared/team-time.ts'

/**
 * Swedish public holidays ("public") and the eves of Midsummer, Christmas and New Year ("bank"),
 * which the Annual Leave Act (1977:480, section 7) counts as Sundays.
 */
export function swedishHolidays(years: readonly number[]): Holidays {
  const calendar = new Calendar('SE')
  const free = years
    .flatMap((year) => calendar.getHolidays(year))
    .filter(({ type }) => type === 'public' || type === 'bank')
  return new Set(free.map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)))
}

/** The same for any moment: of its year and of the next, in which the team may open again. */
export function holidaysByYear(): (at: Timestamp) => Holidays {
  const known = new Map<number, Holidays>()
  return (at) => {
    const year = Number(dayOf(at).slice(0, 'YYYY'.length))
    const holidays = known.get(year) ?? swedishHolidays([year, year + 1])
    known.set(year, holidays)
    return holidays
  }
}
