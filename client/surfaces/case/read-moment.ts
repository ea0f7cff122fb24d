import type { Timestamp } from '../../../shared/clock.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { momentOf } from '../../../shared/team-time.ts'
import { parseClock } from '../../ui/parse-clock.ts'

type Read = { ok: true; moment: Timestamp | null } | { ok: false; error: string }

/** The moment that a day field and a clock field name; both empty is none. */
export function readMoment(day: string, clock: string): Read {
  if (day === '' && clock.trim() === '') return { ok: true, moment: null }
  if (day === '') return { ok: false, error: m.moment_day_missing() }
  const time = parseClock(clock)
  if (time === null) return { ok: false, error: m.time_invalid() }
  return { ok: true, moment: momentOf(day, time) }
}
