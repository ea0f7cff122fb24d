import type { Case } from './case.ts'
import type { Timestamp } from './clock.ts'
import { workdayAfter, type Holidays } from './team-hours.ts'
import { clockOf, dayOf, momentOf } from './team-time.ts'

/**
 * How many working days a health centre has to confirm that it got a summary. Ours: it reads its
 * post each working day, and a second one spares a call that was not needed.
 */
const RECEIPT_WORKDAYS = 2

/** When the receipt of what was sent then is overdue. */
export function receiptDue(sentAt: Timestamp, daysOff: Holidays): Timestamp {
  let day = dayOf(sentAt)
  for (let passed = 0; passed < RECEIPT_WORKDAYS; passed++) day = workdayAfter(day, daysOff)
  return momentOf(day, clockOf(sentAt))
}

export const isReceiptLate = (sentAt: Timestamp, now: Timestamp, daysOff: Holidays): boolean =>
  now >= receiptDue(sentAt, daysOff)

/** Whose receipt is overdue, the longest first; also of cases that left for another reason. */
export function overdueReceipts(cases: Iterable<Case>, now: Timestamp, daysOff: Holidays): Case[] {
  const late = [...cases].filter(({ handback: { sentAt, receivedAt }, closed }) => {
    const waits = sentAt !== null && receivedAt === null && closed.how !== 'voided'
    return waits && isReceiptLate(sentAt, now, daysOff)
  })
  return late.sort((a, b) => (a.handback.sentAt ?? 0) - (b.handback.sentAt ?? 0))
}
