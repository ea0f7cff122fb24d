import type * as Y from 'yjs'
import { may, type Stamp } from '../access.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { markSeen } from './mark-seen.ts'
import { setField } from './set-field.ts'

export type TakeCase = { case: CaseId }

/** "Tar": the doctor becomes the responsible one, and has thereby seen the case. */
export function takeCase(doc: Y.Doc, { case: id }: TakeCase, stamp: Stamp): Outcome {
  if (!may(stamp.role, 'seen')) return refused('not-allowed')
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const seen = markSeen(doc, { case: id }, stamp)
  const taken = setField(found.entry, 'doctor', { id: stamp.by }, stamp.at)
  return seen.ok ? seen : taken
}
