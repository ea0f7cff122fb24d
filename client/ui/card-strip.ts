import { isUnseenAcute } from '../../shared/acute.ts'
import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { isBack } from '../../shared/handover.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Present } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'

/** What stands over a card, when something does. */
export type Strip =
  | { kind: 'held'; by: Person }
  | { kind: 'unseen'; since: Timestamp | null }
  | { kind: 'back' }
  | { kind: 'seen'; by: UserId; at: Timestamp }
  | { kind: 'finished'; at: Timestamp }
  | { kind: 'closed'; at: Timestamp }
  | { kind: 'voided' }

/** The shared rule's facts of a case; one whose visit is done waits for nothing. */
const urgencyOf = (one: Case) => ({
  lane: one.visitStatus.status === 'finished' ? ('done' as const) : one.lane,
  priority: one.priority.level,
  seen: one.seen.by !== null,
})

export const isUnseen = (one: Case): boolean => isUnseenAcute(urgencyOf(one))

export function stripOf(one: Case, holder: Present | null): Strip | null {
  const { visitStatus: visit, seen } = one
  if (holder) return { kind: 'held', by: holder }
  if (one.closed.how === 'voided') return { kind: 'voided' }
  if (one.closed.how === 'closed') return { kind: 'closed', at: one.closed.at }
  if (visit.status === 'finished' && visit.finished !== null)
    return { kind: 'finished', at: visit.finished }
  if (isUnseen(one)) return { kind: 'unseen', since: one.meta?.createdAt ?? null }
  if (isBack(one)) return { kind: 'back' }
  if (one.priority.level === 'acute' && seen.by !== null && visit.status !== 'arrived')
    return { kind: 'seen', by: seen.by, at: seen.at }
  return null
}
