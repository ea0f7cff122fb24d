import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { OPEN_LANES, type OpenLane } from '../lane.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'
import { setField } from './set-field.ts'

export type ReopenCase = { case: CaseId; to: OpenLane }

/** Brings a closed or voided case back, to its natural spot in an open lane. */
export function reopenCase(doc: Y.Doc, { case: id, to }: ReopenCase, stamp: Stamp): Outcome {
  const found = findCase(doc, id, stamp)
  if (!found.ok) return found
  if (readField(found.entry, 'closed').how === null) return refused('case-not-closed')
  if (!OPEN_LANES.includes(to)) return refused('invalid-value')
  const open = { how: null, reason: '', by: stamp.by }
  const outcome = setField(found.entry, 'closed', open, stamp.at)
  if (outcome.ok) moveCase(doc, { case: id, to, before: 'natural' }, stamp)
  return outcome
}
