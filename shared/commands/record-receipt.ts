import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type RecordReceipt = { case: CaseId }

/** "Kvitterad": the health centre has confirmed; also after the case left for another reason. */
export function recordReceipt(doc: Y.Doc, { case: id }: RecordReceipt, stamp: Stamp): Outcome {
  const found = findCase(doc, id, stamp)
  if (!found.ok) return found
  const handback = readField(found.entry, 'handback')
  if (handback.sentAt === null) return refused('handback-not-sent')
  if (handback.receivedAt !== null) return refused('nothing-changed')
  const { by, at } = stamp
  return setField(found.entry, 'handback', { ...handback, receivedAt: at, receivedBy: by }, at)
}
