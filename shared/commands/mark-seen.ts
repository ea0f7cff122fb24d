import type * as Y from 'yjs'
import { may, type Stamp } from '../access.ts'
import { isSeen } from '../acute.ts'
import { readField, readMeta, writeField } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'

export type MarkSeen = { case: CaseId }

/** "Sedd": the first doctor to say so is the one who is shown. */
export function markSeen(doc: Y.Doc, { case: id }: MarkSeen, stamp: Stamp): Outcome {
  if (!may(stamp.role, 'seen')) return refused('not-allowed')
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const seen = readField(found.entry, 'seen')
  if (isSeen({ seen, meta: readMeta(doc, id) })) return refused('nothing-changed')
  writeField(found.entry, 'seen', { by: stamp.by, at: stamp.at })
  return done
}
