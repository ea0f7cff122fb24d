import * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { casesOf, metaOf, readField, readLane } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import {
  caseMeta,
  type Case,
  type CaseFields,
  type CaseMeta,
  type FieldName,
} from '../../../shared/case.ts'
import { createCase, type CreateCase } from '../../../shared/commands/create-case.ts'
import { caseId, commentId, taskId, userId, type CaseId, type UserId } from '../../../shared/ids.ts'
import type { Lane } from '../../../shared/lane.ts'

export const karin = userId.parse('karin')
export const sara = userId.parse('sara')
export const jonas = userId.parse('jonas')

/** Who acts in the tests, at a time of their choice. */
export const asKarin = (at = 2_000): Stamp => ({ by: karin, role: 'nurse', at })
export const asSara = (at = 2_000): Stamp => ({ by: sara, role: 'doctor', at })
export const asJonas = (at = 2_000): Stamp => ({ by: jonas, role: 'doctor', at })

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const caseNumber = (n: number) => caseId.parse(uuid(n))
export const taskNumber = (n: number) => taskId.parse(uuid(n))
export const commentNumber = (n: number) => commentId.parse(uuid(n))

export const [anna, berit, cleo, doris] = [1, 2, 3, 4].map(caseNumber) as [
  CaseId,
  CaseId,
  CaseId,
  CaseId,
]
const LABELS = new Map([
  [anna, 'Anna'],
  [berit, 'Berit'],
  [cleo, 'Cleo'],
  [doris, 'Doris'],
])

export const requestFor = (id: CaseId): CreateCase => ({
  id,
  patient: { label: LABELS.get(id) ?? 'Nils', birthYear: 1935, area: 'Åsa', protected: false },
  reason: 'Feber, misstänkt pneumoni',
  priority: 'today',
  request: { since: 'i går', wanted: 'i dag', meets: 'sonen', healthCentre: 'Åsa vårdcentral' },
})

/** A board on which Karin has asked for these cases, one after the other from time 1000. */
export function boardWith(...ids: CaseId[]): Y.Doc {
  const doc = new Y.Doc()
  ids.forEach((id, i) => createCase(doc, requestFor(id), asKarin(1_000 + i)))
  return doc
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Brings everything that anyone has to everyone. */
export function exchange(...docs: Y.Doc[]): void {
  const everything = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)))
  for (const doc of docs) Y.applyUpdate(doc, everything)
}

export function caseIn(doc: Y.Doc, id: CaseId): Case {
  const one = readCase(doc, id)
  if (!one) throw new Error(`no case ${id}`)
  return one
}

export function entryIn(doc: Y.Doc, id: CaseId): Y.Map<unknown> {
  const entry = casesOf(doc).get(id)
  if (!entry) throw new Error(`no case ${id}`)
  return entry
}

export const fieldIn = <F extends FieldName>(doc: Y.Doc, id: CaseId, field: F): CaseFields[F] =>
  readField(entryIn(doc, id), field)

/** A lane's labels from top to bottom. */
export const labelsIn = (doc: Y.Doc, lane: Lane): string[] =>
  readLane(doc, lane).map(({ id }) => fieldIn(doc, id, 'patient').label)

/** What the server would have noted for a case that came at this time. */
export function cameAt(doc: Y.Doc, id: CaseId, createdAt: number): void {
  const meta: CaseMeta = {
    code: 'H-07',
    createdAt,
    createdBy: karin,
    movedAt: createdAt,
    movedBy: karin,
    touchedAt: createdAt,
    touchedBy: karin,
  }
  metaOf(doc).set(id, meta)
}

/** What the server would have noted for whoever moved or ended it last. */
export function movedBy(doc: Y.Doc, id: CaseId, by: UserId, at: number): void {
  const meta = caseMeta.parse(metaOf(doc).get(id))
  metaOf(doc).set(id, { ...meta, movedAt: at, movedBy: by, touchedAt: at, touchedBy: by })
}
