import Calendar from 'date-holidays'
import type { Holidays } from '../../shared/team-hours.ts'

/**
 * Swedish public holidays ("public") and the eves of Midsummer, Christmas and New Year ("bank"),
 * which the Annual Leave Act (1977:480, section 7) counts as Sundays.
 */
export class SwedishHolidays implements Holidays {
  readonly #calendar = new Calendar('SE')
  readonly #years = new Map<number, ReadonlySet<string>>()

  /** @param day as in "2026-06-19" */
  has(day: string): boolean {
    const year = Number(day.slice(0, 'YYYY'.length))
    const known = this.#years.get(year) ?? this.#holidaysOf(year)
    this.#years.set(year, known)
    return known.has(day)
  }

  #holidaysOf(year: number): ReadonlySet<string> {
    const free = this.#calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
    return new Set(free.map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)))
  }
}
