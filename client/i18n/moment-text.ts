import type { Timestamp } from '../../shared/clock.ts'
import { dateText, shortDateText, timeText } from './format.ts'
import { m } from './paraglide/messages.js'
import { daysBetween } from '../../shared/team-time.ts'

/** When something happened: "09:42" today, else "8 mars 09:42". */
export const pastText = (time: Timestamp, now: Timestamp): string =>
  daysBetween(now, time) === 0 ? timeText(time) : `${shortDateText(time)} ${timeText(time)}`

/** When something is planned: "I dag 10:30", "I morgon 10:30", else "Ons 11 mars 10:30". */
export function plannedText(time: Timestamp, now: Timestamp): string {
  const days = daysBetween(now, time)
  const day = days === 0 ? m.when_today() : days === 1 ? m.when_tomorrow() : dateText(time)
  return `${day.charAt(0).toLocaleUpperCase()}${day.slice(1)} ${timeText(time)}`
}
