import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { CaseId } from '../ids.ts'
import type { Lane } from '../lane.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { landingRank, type Spot } from './landing.ts'
import { setField } from './set-field.ts'

export type MoveCase = { case: CaseId; to: Lane; before: Spot }

/** Putting a case in `acute` also calls it acute: the lane and the card never contradict. */
export function moveCase(doc: Y.Doc, { case: id, to, before }: MoveCase, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  if (to === 'done') return refused('close-needs-outcome')
  const rank = landingRank(doc, id, to, before)
  const moved = setField(found.entry, 'place', { lane: to, rank }, stamp.at)
  if (moved.ok && to === 'acute')
    setField(found.entry, 'priority', { level: 'acute', by: stamp.by }, stamp.at)
  return moved
}
