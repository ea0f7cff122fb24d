import { NO_SETTINGS, type BoardSettings } from '../../../shared/board.ts'
import { isAcute, isSeen } from '../../../shared/acute.ts'
import type { Case } from '../../../shared/case.ts'
import { VISIT_MINUTES } from '../../../shared/clashes.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { Shift } from '../../../shared/duty.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'
import { minutesOf } from '../../../shared/quarters.ts'
import { clockOf, dayOf } from '../../../shared/team-time.ts'

/** A visit and when it begins, in minutes since the day's midnight. */
export type Placed = { readonly case: Case; readonly from: number }

/** One doctor's visits in order of time; null has those that are nobody's yet. */
export type Column = { readonly doctor: UserId | null; readonly visits: readonly Placed[] }

export type DayPlan = {
  /** "2026-03-10" */
  readonly day: string
  /** The hours that are shown, in minutes since midnight: the team's, and more where visits are. */
  readonly opens: number
  readonly closes: number
  readonly columns: readonly Column[]
  /** Cases of `today` and `acute` that wait for a time: acute ones first, then area by area. */
  readonly unplanned: readonly Case[]
}

const HOUR = 60
/** A late visit may last past midnight; the day that is planned does not. */
const DAY = 24 * HOUR

/** The team's visits of one day, out of every case on the board. */
export function planFor(
  cases: readonly Case[],
  people: ReadonlyMap<UserId, Person>,
  now: Timestamp,
  hours: BoardSettings['hours'] = NO_SETTINGS.hours,
  shifts: readonly Shift[] = [],
): DayPlan {
  const day = dayOf(now)
  const placed = cases.flatMap((one) => placedOn(day, one) ?? []).sort(byTime)
  const starts = placed.map(({ from }) => from)
  const ends = starts.map((from) => from + VISIT_MINUTES)
  const unplanned = cases.filter((one) => waitsForTime(day, one)).sort(byArea)
  const shown = [...placed.map((one) => one.case), ...unplanned]
  return {
    day,
    opens: Math.floor(Math.min(minutesOf(hours.opens), ...starts) / HOUR) * HOUR,
    closes: Math.min(DAY, Math.ceil(Math.max(minutesOf(hours.closes), ...ends) / HOUR) * HOUR),
    columns: doctorsOf(people, shown, shiftsOn(day, shifts)).map((doctor) => ({
      doctor,
      visits: placed.filter((one) => one.case.doctor.id === doctor),
    })),
    unplanned,
  }
}

/** Where on this day a visit stands: by its plan, else by when somebody set out or was done. */
function placedOn(day: string, one: Case): Placed | null {
  if (one.closed.how === 'voided') return null
  const { status, underway, arrived, finished } = one.visitStatus
  const isGone = status === 'underway' || status === 'arrived' || status === 'finished'
  const went = isGone ? (underway ?? arrived ?? finished) : null
  const at = one.visit.start !== null && dayOf(one.visit.start) === day ? one.visit.start : went
  if (at === null || dayOf(at) !== day || (one.closed.how !== null && !isGone)) return null
  return { case: one, from: minutesOf(clockOf(at)) }
}

/** What was planned for an earlier day, and not done then, waits again. */
function waitsForTime(day: string, one: Case): boolean {
  const { status } = one.visitStatus
  if (status !== 'none' && status !== 'planned') return false
  if (one.lane !== 'today' && one.lane !== 'acute') return false
  return one.visit.start === null || dayOf(one.visit.start) < day
}

/** Who is on duty that day, in the order in which they come. */
const shiftsOn = (day: string, shifts: readonly Shift[]): UserId[] =>
  shifts
    .filter(({ from, role }) => role === 'doctor' && dayOf(from) === day)
    .map((one) => one.person)

/** The day's doctors, the others of the team, whoever else has a case, and nobody last. */
function doctorsOf(
  people: ReadonlyMap<UserId, Person>,
  shown: readonly Case[],
  onDuty: readonly UserId[],
) {
  const doctors = [...people.values()].filter(({ role }) => role === 'doctor')
  const named = doctors.sort((a, b) => a.name.localeCompare(b.name, 'sv')).map(({ id }) => id)
  const others = shown.flatMap((one) => one.doctor.id ?? [])
  return [...new Set([...onDuty, ...named, ...others]), null]
}

const byTime = (a: Placed, b: Placed) => a.from - b.from || (a.case.id < b.case.id ? -1 : 1)

const urgencyOf = (one: Case) =>
  isAcute({ lane: one.lane, priority: one.priority.level, seen: isSeen(one) }) ? 0 : 1
const areaOf = ({ patient }: Case) => (patient.protected ? '' : patient.area)
const byArea = (a: Case, b: Case) =>
  urgencyOf(a) - urgencyOf(b) ||
  areaOf(a).localeCompare(areaOf(b), 'sv') ||
  (a.meta?.createdAt ?? Infinity) - (b.meta?.createdAt ?? Infinity) ||
  (a.id < b.id ? -1 : 1)
