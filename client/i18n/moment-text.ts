import type { Timestamp } from '../../shared/clock.ts'
import { dateText, dayText, shortDateText, timeText } from './format.ts'
import { m } from './paraglide/messages.js'
import { daysBetween } from '../../shared/team-time.ts'

/** Days after which a date without its year could be another year's. */
const MANY_DAYS = 300

/** When something happened: "09:42" today, else "8 mars 09:42", and long ago with the year. */
export function pastText(time: Timestamp, now: Timestamp): string {
  const days = daysBetween(time, now)
  if (days === 0) return timeText(time)
  return `${days > MANY_DAYS ? dayText(time) : shortDateText(time)} ${timeText(time)}`
}

/** When something is planned: "I dag 10:30", "I morgon 10:30", else "Ons 11 mars 10:30". */
export function plannedText(time: Timestamp, now: Timestamp): string {
  const days = daysBetween(now, time)
  const day = days === 0 ? m.when_today() : days === 1 ? m.when_tomorrow() : dateText(time)
  return `${day.charAt(0).toLocaleUpperCase()}${day.slice(1)} ${timeText(time)}`
}
