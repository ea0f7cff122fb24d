import { NO_SETTINGS } from '../../shared/board.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { comesBackAt } from '../../shared/handover.ts'
import { isTeamAtWork } from '../../shared/team-hours.ts'
import { dayAfter, dayOf, momentOf } from '../../shared/team-time.ts'
import { swedishHolidays } from '../calendar/holidays.ts'

const MINUTE_MS = 60_000
const FIVE_MINUTES_MS = 5 * MINUTE_MS

/** How long before and after now a demo day's visits reach, in minutes. */
const DAY_BEHIND = 155
const DAY_AHEAD = 240

/** When the team hands over and goes home. */
const GOES_HOME = '16:05'

/** Times around one moment, such that a demo board looks like a working day at any hour. */
export type DemoTime = {
  readonly now: Timestamp
  /** So many minutes before now. */
  ago(minutes: number): Timestamp
  /**
   * So many minutes from now, drawn nearer to now where the day is too young or too old for them:
   * a day's visits lie on that day, in their order.
   */
  at(minutes: number): Timestamp
  /** The same as a planned time, on five minutes and away from now. */
  slot(minutes: number): Timestamp
  /** A planned time that has passed by so many minutes, on the five minutes before. */
  overdue(minutes: number): Timestamp
  /** "HH:MM" so many days from today. */
  day(days: number, clock: string): Timestamp
  /** When the team last went home before a day on which it works again, that one included. */
  readonly evening: Timestamp
}

/** When the team's clock shows "HH:MM", so many days from a moment's own day. */
export const teamTime = (from: Timestamp, days: number, clock: string): Timestamp =>
  momentOf(dayAfter(dayOf(from), days), clock)

export function demoTime(now: Timestamp): DemoTime {
  const day = (days: number, clock: string) => teamTime(now, days, clock)
  const midnight = day(1, '00:00')
  const begin = now >= day(0, '09:15') ? day(0, '08:00') : day(0, '00:00')
  const end = now <= day(0, '14:30') ? day(0, '16:30') : midnight
  const behind = Math.min(1, (now - begin) / (DAY_BEHIND * MINUTE_MS))
  const ahead = Math.min(1, (end - now) / (DAY_AHEAD * MINUTE_MS))

  const ago = (minutes: number) => now - minutes * MINUTE_MS
  const at = (minutes: number) =>
    Math.round(now + minutes * MINUTE_MS * (minutes < 0 ? behind : ahead))
  const overdue = (minutes: number) => floor(ago(minutes))
  const slot = (minutes: number) =>
    minutes < 0 ? floor(at(minutes)) : Math.min(ceil(at(minutes)), midnight - MINUTE_MS)
  return { now, ago, at, slot, overdue, day, evening: lastEvening(now) }
}

function lastEvening(now: Timestamp): Timestamp {
  const year = Number(dayOf(now).slice(0, 4))
  const holidays = swedishHolidays([year - 1, year, year + 1])
  let days = -1
  const evening = () => teamTime(now, days, GOES_HOME)
  while (!isTeamAtWork(evening(), holidays) || comesBackAt(evening(), holidays, NO_SETTINGS) > now)
    days--
  return evening()
}

const floor = (at: number) => Math.floor(at / FIVE_MINUTES_MS) * FIVE_MINUTES_MS
const ceil = (at: number) => Math.ceil(at / FIVE_MINUTES_MS) * FIVE_MINUTES_MS
