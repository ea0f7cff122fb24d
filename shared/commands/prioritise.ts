import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { Priority } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type Prioritise = { case: CaseId; level: Priority }

/** Sets the priority; the case stays where it stands. */
export function prioritise(doc: Y.Doc, { case: id, level }: Prioritise, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  return setField(found.entry, 'priority', { level, by: stamp.by }, stamp.at)
}
