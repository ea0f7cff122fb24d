import type { Timestamp } from '../../../shared/clock.ts'
import { ageText } from '../../i18n/format.ts'
import { m } from '../../i18n/paraglide/messages.js'

/** How long until then, or since: "om 46 min", "för 12 min sedan". */
export function untilText(time: Timestamp, now: Timestamp): string {
  if (Math.abs(time - now) < 60_000) return m.age_now()
  return time > now ? m.day_in({ age: ageText(now, time) }) : m.day_ago({ age: ageText(time, now) })
}
