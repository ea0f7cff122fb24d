import type { Timestamp } from '../../shared/clock.ts'
import { daysBetween } from '../../shared/team-time.ts'
import { shortDateText, timeText, weekdayText } from './format.ts'

/** When the team opens: "08:00" today, "mån 08:00" within a week, else "8 jan. 08:00". */
export function openingText(at: Timestamp, now: Timestamp): string {
  const days = daysBetween(now, at)
  const day = days === 0 ? '' : days < 7 ? weekdayText(at) : shortDateText(at)
  return `${day} ${timeText(at)}`.trim()
}
