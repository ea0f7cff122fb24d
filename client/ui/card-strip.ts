import { isUnseenAcute, urgencyOf, waitsSince } from '../../shared/acute.ts'
import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { isBack } from '../../shared/handover.ts'
import type { UserId } from '../../shared/ids.ts'
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

export const isUnseen = (one: Case): boolean => isUnseenAcute(urgencyOf(one))

export function stripOf(one: Case, holder: Person | null): Strip | null {
  const { visitStatus: visit, seen } = one
  if (holder) return { kind: 'held', by: holder }
  if (one.closed.how === 'voided') return { kind: 'voided' }
  if (one.closed.how === 'closed') return { kind: 'closed', at: one.closed.at }
  if (visit.status === 'finished' && visit.finished !== null)
    return { kind: 'finished', at: visit.finished }
  if (isUnseen(one)) return { kind: 'unseen', since: one.meta && waitsSince(one.meta) }
  if (isBack(one)) return { kind: 'back' }
  if (one.priority.level === 'acute' && seen.by !== null && visit.status !== 'arrived')
    return { kind: 'seen', by: seen.by, at: seen.at }
  return null
}
