import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { landNaturally } from './landing.ts'
import { setField } from './set-field.ts'

/** What is left out stays as it was planned. */
export type PlanFollowUp = { case: CaseId } & Partial<Omit<CaseFields['followUp'], 'at'>>

/** Says what to check and when; a new time re-ranks a case in `followup`. */
export function planFollowUp(
  doc: Y.Doc,
  { case: id, ...plan }: PlanFollowUp,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const before = readField(found.entry, 'followUp')
  const outcome = setField(found.entry, 'followUp', { ...before, ...plan }, stamp.at)
  if (readField(found.entry, 'followUp').due !== before.due)
    landNaturally(doc, id, 'followup', stamp.at)
  return outcome
}
