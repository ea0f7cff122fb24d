import { mayShow } from '../../../shared/access.ts'
import { isAcute, isSeen, urgencyOf } from '../../../shared/acute.ts'
import type { Case } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import { isBack } from '../../../shared/handover.ts'
import type { Person } from '../../../shared/person.ts'
import { daysBetween } from '../../../shared/team-time.ts'
import { isMine, recordsOf } from '../../ui/records.ts'

export type Day = {
  /** What came back from the night, and this person may see; nobody has looked at it. */
  readonly back: readonly Case[]
  /** The visit that this person is on, or goes to next. */
  readonly next: Case | null
  /** This person's other visits of the day, in order of time. */
  readonly visits: readonly Case[]
  readonly finished: number
  readonly total: number
  /** What waits as acute and is nobody's visit here. */
  readonly queue: readonly Case[]
  /** The team's other visits of the day. */
  readonly others: readonly Case[]
  /** Finished visits that have to stand in this person's own record. */
  readonly records: readonly Case[]
}

/** One person's day, out of every case on the board. */
export function dayFor(me: Person, cases: readonly Case[], now: Timestamp): Day {
  const open = cases.filter((one) => one.closed.how !== 'voided')
  const ofToday = open.filter((one) => isVisitOfToday(one, now)).sort(byTime)
  const mine = ofToday.filter((one) => isMine(one, me))
  const waiting = open.filter((one) => waitsAsAcute(one))
  const next = mine.filter((one) => !isFinished(one)).sort(byTurn)[0] ?? null
  return {
    back: open.filter((one) => isBack(one) && mayShow(one, me)),
    next,
    visits: mine.filter((one) => one !== next),
    finished: mine.filter(isFinished).length,
    total: mine.length,
    queue: waiting.filter((one) => !mine.includes(one) || isUnseen(one)).sort(byUrgency),
    others: ofToday.filter((one) => !mine.includes(one) && !waiting.includes(one)),
    records: recordsOf(me, cases, now),
  }
}

export const isFinished = (one: Case): boolean => one.visitStatus.status === 'finished'

export const isUnseen = (one: Case): boolean => !isSeen(one)

const waitsAsAcute = (one: Case) => isAcute(urgencyOf(one))

/** Planned for today, under way, finished today, or an acute case that a doctor has taken. */
function isVisitOfToday(one: Case, now: Timestamp): boolean {
  const { status, finished } = one.visitStatus
  if (status === 'finished') return isToday(finished, now)
  if (one.lane === 'done') return false
  if (status === 'underway' || status === 'arrived' || one.lane === 'today') return true
  if (one.lane === 'acute') return one.doctor.id !== null || one.visit.start !== null
  return isToday(one.visit.start, now)
}

const isToday = (time: Timestamp | null, now: Timestamp) =>
  time !== null && daysBetween(time, now) === 0

type Order = (a: Case, b: Case) => number

/** A visit's place in the day; an acute one without a time stands where its doctor took it. */
function timeOf(one: Case): number {
  const { finished, arrived, underway } = one.visitStatus
  const known = one.visit.start ?? underway ?? arrived ?? finished
  if (known !== null) return known
  return one.lane === 'acute' ? one.doctor.at : Infinity
}

const byId: Order = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byNumber = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
const byTime: Order = (a, b) => byNumber(timeOf(a), timeOf(b)) || byId(a, b)

/** Where one is, where one is going, what is acute and has no time, then by time. */
function turnOf(one: Case): number {
  if (one.visitStatus.status === 'arrived') return 0
  if (one.visitStatus.status === 'underway') return 1
  return one.lane === 'acute' && one.visit.start === null ? 2 : 3
}
const byTurn: Order = (a, b) => turnOf(a) - turnOf(b) || byTime(a, b)

const ageOf = (one: Case) => one.meta?.createdAt ?? Infinity
/** Unseen first, then what nobody has taken, then the oldest. */
const byUrgency: Order = (a, b) =>
  Number(isUnseen(b)) - Number(isUnseen(a)) ||
  Number(b.doctor.id === null) - Number(a.doctor.id === null) ||
  byNumber(ageOf(a), ageOf(b)) ||
  byId(a, b)
