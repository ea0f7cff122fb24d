const asMinutes = (clock: string) => {
  const [hours = NaN, minutes = NaN] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const DAY_STARTS = '07:45'

/** Minutes from the start of the story's day to its "HH:MM". */
export const minutesAt = (clock: string): number => asMinutes(clock) - asMinutes(DAY_STARTS)
