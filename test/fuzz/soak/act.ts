import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { caseIds } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { PRIORITIES, VISIT_STATUSES } from '../../../shared/case.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { OPEN_LANES } from '../../../shared/lane.ts'
import type { Person } from '../../../shared/person.ts'
import { caseNumber, commentNumber, requestFor, taskNumber } from '../../shared/support/board.ts'
import type { World } from './world.ts'

const CASES_MAX = 30
let made = 100

type Act = (doc: Y.Doc, one: CaseId, stamp: Stamp, world: World) => unknown

const ACTS: readonly Act[] = [
  (doc, one, stamp, world) => {
    const to = world.pick(OPEN_LANES)
    return moveCase(doc, { case: one, to, before: world.pick([null, 'natural']) }, stamp)
  },
  (doc, one, stamp, world) => prioritise(doc, { case: one, level: world.pick(PRIORITIES) }, stamp),
  (doc, one, stamp) =>
    editField(doc, { case: one, field: 'reason', value: { text: `Skäl ${++made}` } }, stamp),
  (doc, one, stamp) => {
    const before = readCase(doc, one)?.sbar.situation ?? ''
    const text = `${before.slice(-60)} ${++made}`
    return editSbar(doc, { case: one, part: 'situation', text }, stamp)
  },
  (doc, one, stamp, world) => {
    const status = world.pick(VISIT_STATUSES)
    return setVisitStatus(doc, { case: one, status }, stamp)
  },
  (doc, one, stamp) =>
    addComment(doc, { case: one, comment: commentNumber(++made), text: `Ord ${made}` }, stamp),
  (doc, one, stamp) =>
    addTask(doc, { case: one, task: taskNumber(++made), text: `Prov ${made}` }, stamp),
  (doc, one, stamp) => markSeen(doc, { case: one }, stamp),
  (doc, one, stamp, world) =>
    world.random() < 0.2 && finishCase(doc, { case: one, outcome: 'hospital-avoided' }, stamp),
  (doc, one, stamp) => reopenCase(doc, { case: one, to: 'incoming' }, stamp),
  (doc, _one, stamp) =>
    caseIds(doc).length < CASES_MAX && createCase(doc, requestFor(caseNumber(++made)), stamp),
]

/** Somebody does one of the things that people do, to one of the cases; or finds that they cannot. */
export function act(doc: Y.Doc, { id, role }: Person, world: World): void {
  const cases = caseIds(doc)
  if (cases.length === 0) return
  const stamp = { by: id, role, at: world.now }
  world.pick(ACTS)(doc, world.pick(cases), stamp, world)
}
