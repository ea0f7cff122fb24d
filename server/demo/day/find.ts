import { isUnseenAcute } from '../../../shared/acute.ts'
import type { Case } from '../../../shared/case.ts'
import { awaitsReceipt } from '../../../shared/commands/close-case.ts'
import type { CaseId } from '../../../shared/ids.ts'

/** Picks a case from what stands on the board; none where the board has no such case. */
type Finder = (cases: readonly Case[]) => CaseId | null

/** The one with the least of a time; a case without that time comes last. */
const least =
  (time: (one: Case) => number | null | undefined, fits: (one: Case) => boolean): Finder =>
  (cases) =>
    cases
      .filter((one) => one.lane !== 'done' && fits(one))
      .sort((a, b) => (time(a) ?? Infinity) - (time(b) ?? Infinity))[0]?.id ?? null

const age = ({ meta }: Case) => meta?.createdAt
const start = ({ visit }: Case) => visit.start
const due = ({ followUp }: Case) => followUp.due

const unseenAcute = least(age, ({ lane, priority, seen }) =>
  isUnseenAcute({ lane, priority: priority.level, seen: seen.by !== null }),
)
const nextVisit = least(
  start,
  ({ lane, visitStatus }) => lane === 'today' && visitStatus.status === 'planned',
)
const nextDue = least(due, ({ lane }) => lane === 'followup')

/** Cases that the team has when the day begins, wherever the board has one. */
export const FINDERS = {
  night: unseenAcute,
  waiting: unseenAcute,
  taken: least(
    start,
    ({ lane, visitStatus }) => lane === 'acute' && visitStatus.status === 'planned',
  ),
  onTheWay: least(age, ({ visitStatus }) => visitStatus.status === 'underway'),
  atHome: least(age, ({ visitStatus }) => visitStatus.status === 'arrived'),
  carried: least(age, ({ lane }) => lane === 'incoming'),
  late: nextDue,
  due1: nextDue,
  due2: nextDue,
  due3: nextDue,
  visit1: nextVisit,
  visit2: nextVisit,
  visit3: nextVisit,
  handedBack: least(({ handback }) => handback.sentAt, awaitsReceipt),
} satisfies Record<string, Finder>

export type Carried = keyof typeof FINDERS
