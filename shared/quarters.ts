export const QUARTER_MINUTES = 15

/** Minutes since midnight at "09:42". */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** "09:42", so many minutes after midnight. */
export const clockAt = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Every quarter from one time of day on and before another. */
export function quartersBetween(from: string, to: string): string[] {
  const [first, end] = [minutesOf(from), minutesOf(to)]
  const count = Math.max(0, Math.ceil((end - first) / QUARTER_MINUTES))
  return Array.from({ length: count }, (_, i) => clockAt(first + i * QUARTER_MINUTES))
}
