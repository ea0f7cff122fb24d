import { isAcute, urgencyOf } from './acute.ts'
import type { Case } from './case.ts'
import type { Timestamp } from './clock.ts'
import { nextOpening, type Holidays, type TeamWeek } from './team-hours.ts'
import { dayOf, momentOf } from './team-time.ts'

/**
 * How far a case has come: nothing is to be handed over, it is on the list, its receiver has been
 * told of just that, or it is back and nobody has looked at it.
 */
export type HandoverPhase = 'none' | 'prepared' | 'handed-over' | 'back'

export function phaseOf({
  handover,
  handedOver,
}: Pick<Case, 'handover' | 'handedOver'>): HandoverPhase {
  const isOut = handedOver.sentAt !== null && handedOver.lookedAt === null
  if (isOut && handedOver.backAt !== null) return 'back'
  if (isOut && handedOver.preparedAt === handover.at) return 'handed-over'
  return handover.to === null ? 'none' : 'prepared'
}

/** Whether a case is on tonight's list. */
export function isListed(one: Pick<Case, 'handover' | 'handedOver' | 'closed'>): boolean {
  const phase = phaseOf(one)
  return one.closed.how === null && (phase === 'prepared' || phase === 'handed-over')
}

/** Whether an open case has come back from the night, and nobody has looked at it since. */
export const isBack = (one: Pick<Case, 'handover' | 'handedOver' | 'closed'>): boolean =>
  one.closed.how === null && phaseOf(one) === 'back'

/** What a day leaves undone: what waits as acute or for its visit. */
export function isUnfinished(one: Case): boolean {
  if (one.visitStatus.status === 'finished') return false
  return one.lane === 'today' || isAcute(urgencyOf(one))
}

/**
 * When the team has a case back: as the next day on which it works begins, like a follow-up that
 * is due then; what was handed over that same morning, as the team opens.
 */
export function comesBackAt(sentAt: Timestamp, holidays: Holidays, week: TeamWeek): Timestamp {
  const opening = nextOpening(sentAt, holidays, week)
  const dayBegins = momentOf(dayOf(opening), '00:00')
  return dayBegins > sentAt ? dayBegins : opening
}
