import type { Case, CaseMeta, Priority } from './case.ts'
import type { Timestamp } from './clock.ts'
import type { Lane } from './lane.ts'

/** What decides it: the same facts of a case and of a wall's card. */
export type Urgency = { lane: Lane; priority: Priority; seen: boolean }

/** Whether an open case waits as acute: where people put it, or because nobody has met it yet. */
export function isAcute({ lane, priority, seen }: Urgency): boolean {
  if (lane === 'done') return false
  return lane === 'acute' || (priority === 'acute' && (lane === 'incoming' || !seen))
}

/** The only loud state of the board: acute, and no doctor has said to have seen it. */
export const isUnseenAcute = (one: Urgency): boolean => isAcute(one) && !one.seen

/** Whether a doctor has seen it; what was seen before it became acute has yet to be seen as that. */
export const isSeen = ({ seen, meta }: Pick<Case, 'seen' | 'meta'>): boolean =>
  seen.by !== null && !(meta?.alert && seen.at < meta.alert.since)

/** Since when a case waits: since the request came, or since it became acute and was not met. */
export const waitsSince = ({ alert, createdAt }: CaseMeta): Timestamp => alert?.since ?? createdAt

/** The facts of a case; one whose visit is done waits for nothing. */
export const urgencyOf = (one: Case): Urgency => ({
  lane: one.visitStatus.status === 'finished' ? 'done' : one.lane,
  priority: one.priority.level,
  seen: isSeen(one),
})
