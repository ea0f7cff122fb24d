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

/** Whether an open case's visit is still to come, or going on. */
const isAhead = ({ visit, visitStatus, closed }: Visiting): boolean =>
  visit.start !== null && visitStatus.status !== 'finished' && closed.how === null

/** Where one visit, as it is or as it is about to be planned, overlaps others; the earliest first. */
export function clashesOf(one: Visiting, others: Iterable<Visiting>): Clash[] {
  if (!isAhead(one)) return []
  const goers = goersOf(one)
  const overlapping = [...others].filter((other) => other.id !== one.id && overlap(one, other))
  return overlapping
    .flatMap((other) => {
      const both = goersOf(other).filter((id) => goers.includes(id))
      return both.map((person) => ({ person, with: other.id, start: startOf(other) }))
    })
    .sort((a, b) => a.start - b.start || (a.with < b.with ? -1 : a.with > b.with ? 1 : 0))
}

/** Every case whose visit clashes with another's. */
export function clashesAmong(cases: Iterable<Visiting>): ReadonlyMap<CaseId, readonly Clash[]> {
  const ahead = [...cases].filter(isAhead).sort((a, b) => startOf(a) - startOf(b))
  const clashes = ahead.map((one, at) => [one.id, clashesOf(one, nearTo(ahead, one, at))] as const)
  return new Map(clashes.filter(([, found]) => found.length > 0))
}

/** Of visits in order of time, those around this one that overlap it: a full board stays quick. */
function nearTo(sorted: readonly Visiting[], one: Visiting, at: number): readonly Visiting[] {
  const first = sorted.slice(0, at).findLastIndex((other) => !overlap(one, other)) + 1
  const after = sorted.slice(at + 1).findIndex((other) => !overlap(one, other))
  return sorted.slice(first, after === -1 ? undefined : at + 1 + after)
}

const overlap = (one: Visiting, other: Visiting): boolean =>
  isAhead(other) && Math.abs(startOf(one) - startOf(other)) < VISIT_MS

const startOf = ({ visit }: Visiting): Timestamp => visit.start ?? 0
