import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { OutcomeName } from '../case.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { awaitsReceipt, closeCase } from './close-case.ts'
import { findOpenCase } from './find-case.ts'
import { setOutcome } from './set-outcome.ts'

export type FinishCase = { case: CaseId; outcome: OutcomeName }

/** Closes with an outcome in one tap; a case that cannot be closed yet gets none. */
export function finishCase(
  doc: Y.Doc,
  { case: id, outcome: value }: FinishCase,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const waits = {
    place: readField(found.entry, 'place'),
    handback: readField(found.entry, 'handback'),
  }
  if (awaitsReceipt(waits)) return refused('receipt-missing')
  const judged = setOutcome(doc, { case: id, value }, stamp)
  if (!judged.ok && judged.reason !== 'nothing-changed') return judged
  return closeCase(doc, { case: id }, stamp)
}
