import type { Case, Priority } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long a case may go without a change where its board sets no limit (ui.md, section 4). */
const LIMITS: Readonly<Record<Priority, number>> = {
  acute: 30 * MINUTE,
  today: 4 * HOUR,
  within48h: 24 * HOUR,
  planned: 24 * HOUR,
}

/** Whether an open case has gone untouched past its board's limit in minutes, or its priority's. */
export function isStale(one: Case, now: Timestamp, minutes?: number): boolean {
  if (one.closed.how !== null || one.visitStatus.status === 'finished' || !one.meta) return false
  const limit = minutes === undefined ? LIMITS[one.priority.level] : minutes * MINUTE
  return now - one.meta.touchedAt >= limit
}

/** How long a handback may wait for its receipt before it counts as overdue. */
const RECEIPT_MS = 24 * HOUR
export const receiptDue = (sentAt: Timestamp): Timestamp => sentAt + RECEIPT_MS
export const isReceiptLate = (sentAt: Timestamp, now: Timestamp): boolean =>
  now >= receiptDue(sentAt)
