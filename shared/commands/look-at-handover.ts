import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import { phaseOf } from '../handover.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type LookAtHandover = { case: CaseId }

/** "Tittat på": a case is the day's again. Its words stay, to begin with the next evening. */
export function lookAtHandover(doc: Y.Doc, { case: id }: LookAtHandover, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { by, at } = stamp
  const handover = readField(found.entry, 'handover')
  const handedOver = readField(found.entry, 'handedOver')
  if (phaseOf({ handover, handedOver }) !== 'back') return refused('nothing-changed')
  if (handover.at === handedOver.preparedAt)
    setField(found.entry, 'handover', { ...handover, to: null }, at)
  return setField(found.entry, 'handedOver', { ...handedOver, lookedAt: at, lookedBy: by }, at)
}
