import type { Case } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import { dayOf } from '../../../shared/team-time.ts'
import type { Holidays } from '../../../shared/team-hours.ts'
import { receiptDue } from '../../../shared/receipts.ts'

/** Past its time, at any time today, or on another day. */
export const DUES = ['overdue', 'today', 'later'] as const
export type Due = (typeof DUES)[number]

/** Whether what a case waits for next is due then; what waits for nothing is never due. */
export function isDue(one: Case, due: Due, now: Timestamp, daysOff: Holidays): boolean {
  const time = nextOf(one, daysOff)
  if (time === null) return false
  if (due === 'overdue') return time <= now
  return due === 'today' ? dayOf(time) === dayOf(now) : dayOf(time) > dayOf(now)
}

/** The visit unless it is done, the follow-up, or the receipt that is waited for. */
function nextOf(one: Case, daysOff: Holidays): Timestamp | null {
  const { closed, followUp, handback, lane, visit, visitStatus } = one
  if (closed.how !== null) return null
  if (lane === 'handback')
    return handback.sentAt === null || handback.receivedAt !== null
      ? null
      : receiptDue(handback.sentAt, daysOff)
  const start = visitStatus.status === 'finished' ? null : visit.start
  return lane === 'followup' ? (followUp.due ?? start) : (start ?? followUp.due)
}
