import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { CaseEntry } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Lane } from '../lane.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { landingRank, type Spot } from './landing.ts'
import { setField } from './set-field.ts'

export type MoveCase = { case: CaseId; to: Lane; before: Spot }

export function moveCase(doc: Y.Doc, { case: id, to, before }: MoveCase, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  return putAt(found.entry, { lane: to, rank: landingRank(doc, id, to, before) }, stamp)
}

/** Putting a case in `acute` also calls it acute: the lane and the card never contradict. */
export function putAt(
  entry: CaseEntry,
  place: Omit<CaseFields['place'], 'at'>,
  { by, at }: Stamp,
): Outcome {
  if (place.lane === 'done') return refused('close-needs-outcome')
  const moved = setField(entry, 'place', place, at)
  if (moved.ok && place.lane === 'acute') setField(entry, 'priority', { level: 'acute', by }, at)
  return moved
}
