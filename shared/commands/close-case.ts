import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type CloseCase = { case: CaseId }

/** Ends a case whose outcome is set; one that waits for the health centre's receipt stays. */
export function closeCase(doc: Y.Doc, { case: id }: CloseCase, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { entry } = found
  if (readField(entry, 'outcome').value === null) return refused('outcome-missing')
  const waits = { place: readField(entry, 'place'), handback: readField(entry, 'handback') }
  if (awaitsReceipt(waits)) return refused('receipt-missing')
  return setField(entry, 'closed', { how: 'closed', reason: '', by: stamp.by }, stamp.at)
}

/** Whether the health centre has got the summary and not yet confirmed it. */
export const awaitsReceipt = (fields: Pick<CaseFields, 'place' | 'handback'>): boolean =>
  fields.place.lane === 'handback' &&
  fields.handback.sentAt !== null &&
  fields.handback.receivedAt === null
