import type { Priority } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long a case may go without a change before its card says so (ui.md, section 4). */
const LIMITS: Readonly<Record<Priority, number>> = {
  acute: 30 * MINUTE,
  today: 4 * HOUR,
  within48h: 24 * HOUR,
  planned: 24 * HOUR,
}

export const isStale = (level: Priority, touchedAt: Timestamp, now: Timestamp): boolean =>
  now - touchedAt >= LIMITS[level]

/** How long a handback may wait for its receipt before it counts as overdue. */
const RECEIPT_MS = 24 * HOUR
export const isReceiptLate = (sentAt: Timestamp, now: Timestamp): boolean =>
  now - sentAt >= RECEIPT_MS
