import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { moveCase } from './move-case.ts'
import { setField } from './set-field.ts'

export type SendHandback = { case: CaseId; summary: string }

/** Notes that the summary went to the health centre; the case awaits the receipt in `handback`. */
export function sendHandback(
  doc: Y.Doc,
  { case: id, summary }: SendHandback,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { by, at } = stamp
  const before = readField(found.entry, 'handback')
  if (summary.trim() === '') return refused('invalid-value')
  if (before.sentAt !== null && before.summary === summary) return refused('nothing-changed')
  const sent = { summary, sentAt: at, sentBy: by, receivedAt: null, receivedBy: null }
  const outcome = setField(found.entry, 'handback', sent, at)
  if (outcome.ok && readField(found.entry, 'place').lane !== 'handback')
    moveCase(doc, { case: id, to: 'handback', before: 'natural' }, stamp)
  return outcome
}
