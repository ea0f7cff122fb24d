import { swedishHolidays } from './holidays.ts'

/** The days off of the years around a day; they are worked out once a year. */
export class DaysOff {
  #year = 0
  #days: readonly string[] = []

  around(day: string): readonly string[] {
    const year = Number(day.slice(0, 4))
    if (year !== this.#year) this.#days = [...swedishHolidays([year - 1, year, year + 1])].sort()
    this.#year = year
    return this.#days
  }
}
