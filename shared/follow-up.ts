import type { Case, CaseFields } from './case.ts'
import type { Timestamp } from './clock.ts'
import { dayOf, momentOf } from './team-time.ts'

/**
 * When the clock brings a case back from `followup`: as the day of its due time begins, or, if it
 * was put there or planned on that day, at the time itself. Null where nothing is left to come:
 * who puts a case back after its time wants it there.
 * @param movedAt when it was put there, on the server's clock
 */
export function returnsAt(
  { due, at }: CaseFields['followUp'],
  movedAt: Timestamp,
): Timestamp | null {
  if (due === null) return null
  const settledAt = Math.max(at, movedAt)
  const dayBegins = momentOf(dayOf(due), '00:00')
  if (settledAt < dayBegins) return dayBegins
  return settledAt < due ? due : null
}

type Facts = Pick<Case, 'lane' | 'followUp' | 'visit' | 'visitStatus'>

/**
 * Whether a follow-up is overdue: its time has passed, and nobody has begun a visit since it was
 * planned. Outside `followup` a visit that is planned for later takes its place.
 */
export function isFollowUpLate(one: Facts, now: Timestamp): boolean {
  const { lane, followUp, visit, visitStatus } = one
  if (followUp.due === null || lane === 'handback' || lane === 'done') return false
  const { underway, arrived, finished } = visitStatus
  const begun = Math.max(underway ?? 0, arrived ?? 0, finished ?? 0)
  const planned = lane === 'followup' ? 0 : (visit.start ?? 0)
  return begun <= followUp.at && Math.max(followUp.due, planned) < now
}
