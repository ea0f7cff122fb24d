import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { HandoverWay } from '../case.ts'
import { EMPTY_FIELDS } from '../empty-case.ts'
import { phaseOf } from '../handover.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

/** @property told whom, in words; they are no members of the board */
export type HandOver = { case: CaseId; how: HandoverWay; told: string }

/** Records that a case on the list was handed over: somebody has told its receiver. */
export function handOver(doc: Y.Doc, { case: id, how, told }: HandOver, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { by, at } = stamp
  const handover = readField(found.entry, 'handover')
  const handedOver = readField(found.entry, 'handedOver')
  if (phaseOf({ handover, handedOver }) !== 'prepared') return refused('nothing-changed')
  const sent = { to: handover.to, how, told, preparedAt: handover.at, sentAt: at, sentBy: by }
  return setField(found.entry, 'handedOver', { ...EMPTY_FIELDS.handedOver, ...sent }, at)
}
