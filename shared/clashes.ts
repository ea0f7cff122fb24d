import type { Case } from './case.ts'
import type { Timestamp } from './clock.ts'
import type { CaseId, UserId } from './ids.ts'

/**
 * How long a visit is taken to last. Ours: the team makes three before lunch and three after, with
 * the drives between them, and no plan says when a visit ends. Drives are not counted.
 */
export const VISIT_MINUTES = 45
export const VISIT_MS = VISIT_MINUTES * 60_000

/** What of a case says who goes where, and when. */
export type Visiting = Pick<Case, 'id' | 'visit' | 'visitStatus' | 'nurse' | 'doctor' | 'closed'>

/** Somebody is wanted at another visit meanwhile. */
export type Clash = { readonly person: UserId; readonly with: CaseId; readonly start: Timestamp }

/**
 * Whoever goes along: the visit's crew, or where nobody was chosen its doctor, or else its nurse;
 * both of the pair where it is joint. Who only answers for the patient can be elsewhere meanwhile.
 */
export function goersOf({ nurse, doctor, visit }: Pick<Case, 'nurse' | 'doctor' | 'visit'>) {
  const { crew, joint } = visit
  const chosen = crew.length > 0 ? crew : [doctor.id ?? nurse.id]
  const ids = [...(joint ? [doctor.id, nurse.id] : []), ...chosen].filter((id) => id !== null)
  return [...new Set(ids)]
}

/** Who is away when, and at which visit. */
type Trip = {
  readonly to: CaseId
  readonly start: Timestamp
  readonly goers: readonly UserId[]
}

/** An open case's visit that is still to come, or going on; null otherwise. */
function tripTo(one: Visiting): Trip | null {
  const { id, visit, visitStatus, closed } = one
  if (visit.start === null || visitStatus.status === 'finished' || closed.how !== null) return null
  return { to: id, start: visit.start, goers: goersOf(one) }
}

const tripsTo = (cases: Iterable<Visiting>): Trip[] =>
  [...cases].flatMap((one) => tripTo(one) ?? [])

/** Where one visit, as it is or as it is about to be planned, overlaps others; the earliest first. */
export function clashesOf(one: Visiting, others: Iterable<Visiting>): Clash[] {
  const trip = tripTo(one)
  return trip === null ? [] : clashesWith(trip, tripsTo(others))
}

/** Every case whose visit clashes with another's. */
export function clashesAmong(cases: Iterable<Visiting>): ReadonlyMap<CaseId, readonly Clash[]> {
  const trips = tripsTo(cases).sort((a, b) => a.start - b.start)
  const clashes = trips.map((trip, at) => [trip.to, clashesWith(trip, around(trips, at))] as const)
  return new Map(clashes.filter(([, found]) => found.length > 0))
}

function clashesWith(trip: Trip, others: readonly Trip[]): Clash[] {
  return others
    .filter((other) => other.to !== trip.to && overlap(trip, other))
    .flatMap(({ to, start, goers }) => {
      const both = goers.filter((id) => trip.goers.includes(id))
      return both.map((person) => ({ person, with: to, start }))
    })
    .sort((a, b) => a.start - b.start || (a.with < b.with ? -1 : a.with > b.with ? 1 : 0))
}

/** Of trips in order of time, those next to one that overlap it: a full board stays quick. */
function around(sorted: readonly Trip[], at: number): readonly Trip[] {
  let [first, last] = [at, at]
  while (overlap(sorted[at], sorted[first - 1])) first--
  while (overlap(sorted[at], sorted[last + 1])) last++
  return sorted.slice(first, last + 1)
}

const overlap = (one: Trip | undefined, other: Trip | undefined): boolean =>
  one !== undefined && other !== undefined && Math.abs(one.start - other.start) < VISIT_MS
