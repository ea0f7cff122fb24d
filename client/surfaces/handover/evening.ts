import type { Case, Receiver } from '../../../shared/case.ts'
import { isBack, isListed, isUnfinished } from '../../../shared/handover.ts'

/** What a team has to think of as its day ends, in the order of the board. */
export type Evening = {
  /** What the day leaves undone, and what nobody has looked at since the last night. */
  readonly proposed: readonly Case[]
  /** All else that is open and on no list. */
  readonly others: readonly Case[]
  readonly lists: Readonly<Record<Receiver, readonly Case[]>>
}

export function eveningOf(cases: readonly Case[]): Evening {
  const open = cases.filter((one) => one.closed.how === null)
  const rest = open.filter((one) => !isListed(one))
  const isProposed = (one: Case) => isUnfinished(one) || isBack(one)
  const listFor = (to: Receiver) => open.filter((one) => isListed(one) && one.handover.to === to)
  return {
    proposed: rest.filter(isProposed),
    others: rest.filter((one) => !isProposed(one)),
    lists: { evening: listFor('evening'), car: listFor('car') },
  }
}
