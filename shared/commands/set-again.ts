import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { may, type Stamp } from '../access.ts'
import { entryOf, readField, tasksOf } from '../board-document.ts'
import { caseFields, isFieldName, task, type CaseFields, type FieldName } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { OpenLane } from '../lane.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { closeCase } from './close-case.ts'
import { documentCase } from './document-case.ts'
import { findOpenCase } from './find-case.ts'
import { markSeen } from './mark-seen.ts'
import { putAt } from './move-case.ts'
import { planFollowUp } from './plan-follow-up.ts'
import { planVisit } from './plan-visit.ts'
import { recordReceipt } from './record-receipt.ts'
import { reopenCase } from './reopen-case.ts'
import { sendHandback } from './send-handback.ts'
import { setField } from './set-field.ts'
import { voidCase } from './void-case.ts'

/** @param part what a ruling calls it: a field's name, or `tasks.<id>` */
export type SetAgain = { case: CaseId; part: string; value: unknown }

/** Writes a value of one's own that was superseded, as a change that is made now. */
export function setAgain(doc: Y.Doc, { case: id, part, value }: SetAgain, stamp: Stamp): Outcome {
  const [name = '', nested] = part.split('.')
  if (name === 'tasks') return setTaskAgain(doc, id, nested ?? '', value, stamp)
  if (nested !== undefined || !isFieldName(name)) return refused('invalid-value')
  return setFieldAgain(doc, id, name, value, stamp)
}

function setFieldAgain<F extends FieldName>(
  doc: Y.Doc,
  id: CaseId,
  field: F,
  value: unknown,
  stamp: Stamp,
): Outcome {
  if (!may(stamp.role, field)) return refused('not-allowed')
  const parsed = caseFields[field].safeParse({ ...Object(value), at: stamp.at })
  if (!parsed.success) return refused('invalid-value')
  const again: Again<F> = AGAIN[field] ?? (() => null)
  const outcome = again(doc, id, parsed.data as CaseFields[F], stamp)
  if (outcome !== null) return outcome
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  return setField(found.entry, field, signed(parsed.data as CaseFields[F], stamp), stamp.at)
}

/** Does what the command behind a value did, where more hangs on it; null where nothing does. */
type Again<F extends FieldName> = (
  doc: Y.Doc,
  id: CaseId,
  value: CaseFields[F],
  stamp: Stamp,
) => Outcome | null

const AGAIN: { readonly [F in FieldName]?: Again<F> } = {
  place: (doc, id, { lane, rank }, stamp) => {
    const found = findOpenCase(doc, id, stamp)
    return found.ok ? putAt(found.entry, { lane, rank }, stamp) : found
  },
  visit: (doc, id, { start, joint, crew }, stamp) =>
    planVisit(doc, { case: id, start, joint, crew }, stamp),
  followUp: (doc, id, { due, check, callIf }, stamp) =>
    planFollowUp(doc, { case: id, due, check, callIf }, stamp),
  seen: (doc, id, { by }, stamp) => (by === null ? null : markSeen(doc, { case: id }, stamp)),
  documentedRegion: (doc, id, { by }, stamp) =>
    documentCase(doc, { case: id, record: 'region', documented: by !== null }, stamp),
  documentedMunicipality: (doc, id, { by }, stamp) =>
    documentCase(doc, { case: id, record: 'municipality', documented: by !== null }, stamp),
  handback: (doc, id, { summary, sentAt, receivedAt }, stamp) => {
    if (receivedAt !== null) return recordReceipt(doc, { case: id }, stamp)
    return sentAt === null ? null : sendHandback(doc, { case: id, summary }, stamp)
  },
  closed: (doc, id, { how, reason }, stamp) => {
    if (how === 'voided') return voidCase(doc, { case: id, reason }, stamp)
    if (how === 'closed') return closeCase(doc, { case: id }, stamp)
    return reopenCase(doc, { case: id, to: laneBefore(doc, id) }, stamp)
  },
}

function laneBefore(doc: Y.Doc, id: CaseId): OpenLane {
  const entry = entryOf(doc, id)
  const lane = entry ? readField(entry, 'place').lane : 'done'
  return lane === 'done' ? 'incoming' : lane
}

const signed = <V extends object>(value: V, { by }: Stamp): V =>
  'by' in value && value.by !== null ? { ...value, by } : value

function setTaskAgain(
  doc: Y.Doc,
  id: CaseId,
  taskId: string,
  value: unknown,
  stamp: Stamp,
): Outcome {
  if (!may(stamp.role, 'tasks')) return refused('not-allowed')
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const again = task.safeParse({ ...Object(value), at: stamp.at }).data
  const tasks = tasksOf(found.entry)
  const stands = task.safeParse(tasks?.get(taskId)).data
  if (!tasks || !stands) return refused('task-not-found')
  if (again?.id !== taskId) return refused('invalid-value')
  if (equalityDeep({ ...stands, at: 0 }, { ...again, at: 0 })) return refused('nothing-changed')
  tasks.set(taskId, again)
  return done
}
