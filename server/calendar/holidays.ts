import Calendar from 'date-holidays'

/**
 * Swedish public holidays ("public") and the eves of Midsummer, Christmas and New Year ("bank"),
 * which the Annual Leave Act (1977:480, section 7) counts as Sundays.
 */
export function swedishHolidays(years: readonly number[]): ReadonlySet<string> {
  const calendar = new Calendar('SE')
  const free = years
    .flatMap((year) => calendar.getHolidays(year))
    .filter(({ type }) => type === 'public' || type === 'bank')
  return new Set(free.map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)))
}
