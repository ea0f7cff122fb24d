import type { Timestamp } from './clock.ts'

/** How long a handback may wait for its receipt before it counts as overdue. */
const RECEIPT_MS = 24 * 3_600_000

export const isReceiptLate = (sentAt: Timestamp, now: Timestamp): boolean =>
  now - sentAt >= RECEIPT_MS
