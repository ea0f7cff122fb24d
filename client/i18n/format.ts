import type { Timestamp } from '../../shared/clock.ts'
import { m } from './paraglide/messages.js'
import { getLocale } from './paraglide/runtime.js'
import { clockOf, daysBetween, TEAM_TIME_ZONE } from '../../shared/team-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const tags = { sv: 'sv-SE', en: 'en-GB' }
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = tags[getLocale()]
  const key = `${tag} ${name}`
  const found =
    made.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: TEAM_TIME_ZONE, ...options })
  made.set(key, found)
  return found
}

/** "09:42" */
export const timeText = (time: Timestamp): string => clockOf(time)

/** "09:42:10" */
export const secondsText = (time: Timestamp): string =>
  formatter('seconds', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(time)

/** "tis 10 mars" */
export const dateText = (time: Timestamp): string =>
  formatter('date', { weekday: 'short', day: 'numeric', month: 'long' })
    .format(time)
    .replace(',', '')

/** "tisdag 10 mars" */
export const longDateText = (time: Timestamp): string =>
  formatter('long', { weekday: 'long', day: 'numeric', month: 'long' })
    .format(time)
    .replace(',', '')

/** "8 mars" */
export const shortDateText = (time: Timestamp): string =>
  formatter('short', { day: 'numeric', month: 'short' }).format(time).replace('.', '')

/** "8 mars 2026" */
export const dayText = (time: Timestamp): string =>
  formatter('day', { day: 'numeric', month: 'short', year: 'numeric' }).format(time)

/** "ons" */
export const weekdayText = (time: Timestamp): string =>
  formatter('weekday', { weekday: 'short' }).format(time)

/** A planned or due time as a card shows it: "10:30" today, "ons" within a week, else "8 mars". */
export function whenText(time: Timestamp, now: Timestamp): string {
  const days = daysBetween(now, time)
  if (days === 0) return timeText(time)
  return days > 0 && days < 7 ? weekdayText(time) : shortDateText(time)
}

/** "12 min", "3 tim", "2 dygn" */
export function ageText(since: Timestamp, now: Timestamp): string {
  const age = Math.max(0, now - since)
  if (age < MINUTE) return m.age_now()
  if (age < HOUR) return m.age_minutes({ count: Math.floor(age / MINUTE) })
  if (age < DAY) return m.age_hours({ count: Math.floor(age / HOUR) })
  return m.age_days({ count: Math.floor(age / DAY) })
}

/** A running timer: "12:07" in minutes and seconds, over an hour "1:05 tim". */
export function timerText(since: Timestamp, now: Timestamp): string {
  const seconds = Math.floor(Math.max(0, now - since) / 1_000)
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  if (hours > 0) return m.timer_hours({ time: `${hours}:${two(minutes)}` })
  return `${two(minutes)}:${two(seconds % 60)}`
}

/** "sjuksköterska, läkare och samordnare" */
export const listText = (words: readonly string[]): string =>
  new Intl.ListFormat(tags[getLocale()]).format(words)

/** A number as it is read and typed: "37,4" */
export const decimalText = (value: string | number): string =>
  getLocale() === 'sv' ? String(value).replace('.', ',') : String(value)

const two = (value: number) => String(value).padStart(2, '0')
