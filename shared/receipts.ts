import type { Case } from './case.ts'
import type { Timestamp } from './clock.ts'
import { workdayAfter, type Holidays } from './team-hours.ts'
import { clockOf, dayOf, momentOf } from './team-time.ts'

/**
 * How many working days a health centre has to confirm that it got a summary. Ours: it reads its
 * post each working day, and a second one spares a call that was not needed.
 */
const RECEIPT_WORKDAYS = 2

/** A browser knows no public holidays: around one it says a day early that a receipt is late. */
const NO_HOLIDAYS: Holidays = new Set()

/** When the receipt of what was sent then is overdue. */
export function receiptDue(sentAt: Timestamp, holidays = NO_HOLIDAYS): Timestamp {
  let day = dayOf(sentAt)
  for (let passed = 0; passed < RECEIPT_WORKDAYS; passed++) day = workdayAfter(day, holidays)
  return momentOf(day, clockOf(sentAt))
}

export const isReceiptLate = (sentAt: Timestamp, now: Timestamp, holidays = NO_HOLIDAYS): boolean =>
  now >= receiptDue(sentAt, holidays)

/** Whose receipt is overdue, the longest first; also of cases that left for another reason. */
export function overdueReceipts(
  cases: Iterable<Case>,
  now: Timestamp,
  holidays = NO_HOLIDAYS,
): Case[] {
  const late = [...cases].filter(({ handback: { sentAt, receivedAt }, closed }) => {
    const waits = sentAt !== null && receivedAt === null && closed.how !== 'voided'
    return waits && isReceiptLate(sentAt, now, holidays)
  })
  return late.sort((a, b) => (a.handback.sentAt ?? 0) - (b.handback.sentAt ?? 0))
}
