import type { Timestamp } from '../../../shared/clock.ts'
import { m } from '../../i18n/paraglide/messages.js'

const HOUR_MS = 3_600_000
const QUARTER_MS = 900_000

/** The team's usual times for a follow-up. "48–72 h" falls due when its window opens. */
export const INTERVALS = [
  { label: m.follow_up_24h, hours: 24 },
  { label: m.follow_up_48h, hours: 48 },
  { label: m.follow_up_7d, hours: 7 * 24 },
  { label: m.follow_up_30d, hours: 30 * 24 },
]

export const dueIn = (hours: number, now: Timestamp): Timestamp =>
  Math.round((now + hours * HOUR_MS) / QUARTER_MS) * QUARTER_MS
