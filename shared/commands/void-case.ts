import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type VoidCase = { case: CaseId; reason: string }

/** "Makulerad": takes a mistaken case off the board and keeps it, with the reason. */
export function voidCase(doc: Y.Doc, { case: id, reason }: VoidCase, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  if (reason.trim() === '') return refused('invalid-value')
  return setField(found.entry, 'closed', { how: 'voided', reason, by: stamp.by }, stamp.at)
}
