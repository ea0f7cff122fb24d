import type * as Y from 'yjs'
import { entryOf, readField, readLane, readMeta, type Standing } from '../board-document.ts'
import type { Timestamp } from '../clock.ts'
import type { CaseId } from '../ids.ts'
import type { Lane } from '../lane.ts'
import { rankBetween, type Rank } from '../rank.ts'
import { setField } from './set-field.ts'

/** Just before another case, last in the lane, or where the lane's own order has it. */
export type Spot = CaseId | null | 'natural'

/**
 * The rank of a spot in a lane; a neighbour that has left means last. A case that stands there
 * already keeps its rank. Ties are stepped over: there is no rank between two equal ones.
 */
export function landingRank(doc: Y.Doc, moved: CaseId, lane: Lane, spot: Spot): Rank {
  const standing = readLane(doc, lane)
  const from = standing.findIndex((one) => one.id === moved)
  const others = standing.filter((one) => one.id !== moved)
  const next = spot === 'natural' ? naturalNext(doc, others, moved, lane) : spot
  const found = others.findIndex((one) => one.id === next)
  const at = found === -1 ? others.length : found
  const stays = standing[from]
  if (stays && from === at) return stays.place.rank

  const low = others[at - 1]?.place.rank ?? null
  const high = others.slice(at).find(({ place }) => low === null || place.rank > low)
  return rankBetween(low, high?.place.rank ?? null)
}

/** Ranks a case anew that stands in this lane, because a person set the time that it goes by. */
export function landNaturally(doc: Y.Doc, id: CaseId, lane: Lane, at: Timestamp): void {
  const entry = entryOf(doc, id)
  if (!entry || readField(entry, 'place').lane !== lane) return
  setField(entry, 'place', { lane, rank: landingRank(doc, id, lane, 'natural') }, at)
}

/** Whom a case lands before when nobody chooses: the first that its lane's order has after it. */
function naturalNext(doc: Y.Doc, others: readonly Standing[], moved: CaseId, lane: Lane) {
  const order = naturalOrder(doc, moved, lane)
  return others.find((other) => isAfter(naturalOrder(doc, other.id, lane), order))?.id ?? null
}

/** What a lane's own order compares, most important first; what is not known yet comes last. */
function naturalOrder(doc: Y.Doc, id: CaseId, lane: Lane): readonly number[] {
  const entry = entryOf(doc, id)
  const age = readMeta(doc, id)?.createdAt ?? Infinity
  if (!entry) return [Infinity, age]
  switch (lane) {
    case 'acute':
      return [readField(entry, 'seen').by === null ? 0 : 1, age]
    case 'today':
      return [readField(entry, 'visit').start ?? Infinity, age]
    default:
      return [readField(entry, 'followUp').due ?? Infinity, age]
  }
}

function isAfter(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((value, i) => value !== other[i])
  return differs !== -1 && (one[differs] ?? 0) > (other[differs] ?? 0)
}
