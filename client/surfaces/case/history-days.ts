import type { Timestamp } from '../../../shared/clock.ts'
import type { HistoryLine } from '../../../shared/history.ts'
import { clockOf, dayOf, daysBetween } from '../../../shared/team-time.ts'
import { longDateText } from '../../i18n/format.ts'
import { m } from '../../i18n/paraglide/messages.js'

/** What one person did within a minute, latest first. */
export type Doing = Pick<HistoryLine, 'time' | 'user' | 'name' | 'role'> & {
  readonly clock: string
  readonly lines: readonly HistoryLine[]
}

export type HistoryDay = { readonly day: string; readonly doings: readonly Doing[] }

/** Lines, which come latest first, by the team's day and then by who did them when. */
export function byDay(lines: readonly HistoryLine[]): HistoryDay[] {
  return [...Map.groupBy(lines, ({ time }) => dayOf(time))].map(([day, ofDay]) => ({
    day,
    doings: doingsIn(ofDay),
  }))
}

function doingsIn(lines: readonly HistoryLine[]): Doing[] {
  const doings: (Doing & { lines: HistoryLine[] })[] = []
  for (const line of lines) {
    const { time, user, name, role } = line
    const clock = clockOf(time)
    const last = doings.at(-1)
    if (last?.clock === clock && last.user === user) last.lines.push(line)
    else doings.push({ time, user, name, role, clock, lines: [line] })
  }
  return doings
}

/** "I dag", "I går", "Fredag 6 mars" */
export function dayText(time: Timestamp, now: Timestamp): string {
  const days = daysBetween(time, now)
  if (days === 0) return m.history_today()
  if (days === 1) return m.history_yesterday()
  const date = longDateText(time)
  return date.charAt(0).toLocaleUpperCase() + date.slice(1)
}
