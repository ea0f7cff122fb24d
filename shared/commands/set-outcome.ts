import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { OutcomeName } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type SetOutcome = { case: CaseId; value: OutcomeName }

/** "Avoided" is an opinion: whose is kept with it. */
export function setOutcome(doc: Y.Doc, { case: id, value }: SetOutcome, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  return setField(found.entry, 'outcome', { value, by: stamp.by }, stamp.at)
}
