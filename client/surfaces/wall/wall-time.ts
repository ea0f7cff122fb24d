import type { Timestamp } from '../../../shared/clock.ts'
import { shortDateText, timeText, weekdayText } from '../../i18n/format.ts'
import { daysBetween } from '../../../shared/team-time.ts'

/** A planned or due time: "10:30" today, "ons 09" within a week either way, else "8 mars". */
export function wallTimeText(time: Timestamp | null, now: Timestamp): string {
  if (time === null) return '–'
  const days = daysBetween(now, time)
  if (days === 0) return timeText(time)
  if (Math.abs(days) >= 7) return shortDateText(time)
  return `${weekdayText(time)} ${timeText(time).slice(0, 2)}`
}
