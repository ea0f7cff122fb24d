import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { lookAtHandover } from './look-at-handover.ts'
import { setField } from './set-field.ts'

/** What is left out stays as it was. */
export type PrepareHandover = { case: CaseId } & Partial<Omit<CaseFields['handover'], 'at'>>

/** Puts a case on tonight's list, or takes it off; who writes about last night's has looked at it. */
export function prepareHandover(
  doc: Y.Doc,
  { case: id, ...plan }: PrepareHandover,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const handover = { ...readField(found.entry, 'handover'), ...plan }
  const outcome = setField(found.entry, 'handover', handover, stamp.at)
  if (!outcome.ok && outcome.reason !== 'nothing-changed') return outcome
  const looked = lookAtHandover(doc, { case: id }, stamp)
  if (outcome.ok || !looked.ok) return outcome
  return setField(found.entry, 'handover', handover, stamp.at) // the same again, for the next night
}
