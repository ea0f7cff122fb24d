import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { documentCase } from '../../../shared/commands/document-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { handOver } from '../../../shared/commands/hand-over.ts'
import { lookAtHandover } from '../../../shared/commands/look-at-handover.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { prepareHandover } from '../../../shared/commands/prepare-handover.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { removeTask } from '../../../shared/commands/remove-task.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { setAgain } from '../../../shared/commands/set-again.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { setTaskDone } from '../../../shared/commands/set-task-done.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../../shared/commands/take-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { refused, type Outcome } from '../../../shared/outcome.ts'
import { anna, asSara, boardWith, caseIn, commentNumber, taskNumber } from '../support/board.ts'

type Run = (doc: Y.Doc, stamp: Stamp) => Outcome

const task = taskNumber(1)
const whileOpen: Record<string, Run> = {
  addTask: (doc, stamp) => addTask(doc, { case: anna, task, text: 'EKG' }, stamp),
  closeCase: (doc, stamp) => closeCase(doc, { case: anna }, stamp),
  editField: (doc, stamp) =>
    editField(doc, { case: anna, field: 'reason', value: { text: 'Fall' } }, stamp),
  editSbar: (doc, stamp) => editSbar(doc, { case: anna, part: 'situation', text: 'Trött' }, stamp),
  finishCase: (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp),
  handOver: (doc, stamp) => handOver(doc, { case: anna, how: 'phoned', told: '' }, stamp),
  lookAtHandover: (doc, stamp) => lookAtHandover(doc, { case: anna }, stamp),
  markSeen: (doc, stamp) => markSeen(doc, { case: anna }, stamp),
  moveCase: (doc, stamp) => moveCase(doc, { case: anna, to: 'acute', before: null }, stamp),
  planFollowUp: (doc, stamp) => planFollowUp(doc, { case: anna, due: 90_000 }, stamp),
  planVisit: (doc, stamp) => planVisit(doc, { case: anna, start: 90_000 }, stamp),
  prepareHandover: (doc, stamp) => prepareHandover(doc, { case: anna, to: 'car' }, stamp),
  prioritise: (doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp),
  removeTask: (doc, stamp) => removeTask(doc, { case: anna, task }, stamp),
  scheduleVisit: (doc, stamp) =>
    scheduleVisit(doc, { case: anna, start: 90_000, doctor: null }, stamp),
  sendHandback: (doc, stamp) => sendHandback(doc, { case: anna, summary: 'Klar' }, stamp),
  setAgain: (doc, stamp) =>
    setAgain(doc, { case: anna, part: 'reason', value: { text: 'Fall' } }, stamp),
  setOutcome: (doc, stamp) => setOutcome(doc, { case: anna, value: 'neither' }, stamp),
  setTaskDone: (doc, stamp) => setTaskDone(doc, { case: anna, task, done: true }, stamp),
  setVisitStatus: (doc, stamp) => setVisitStatus(doc, { case: anna, status: 'underway' }, stamp),
  takeCase: (doc, stamp) => takeCase(doc, { case: anna }, stamp),
  voidCase: (doc, stamp) => voidCase(doc, { case: anna, reason: 'Dubblett' }, stamp),
}
const always: Record<string, Run> = {
  ...whileOpen,
  addComment: (doc, stamp) =>
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Bättre' }, stamp),
  documentCase: (doc, stamp) =>
    documentCase(doc, { case: anna, record: 'region', documented: true }, stamp),
  recordReceipt: (doc, stamp) => recordReceipt(doc, { case: anna }, stamp),
  reopenCase: (doc, stamp) => reopenCase(doc, { case: anna, to: 'today' }, stamp),
}

describe('every command', () => {
  test.each(Object.entries(always))('[B11] %s needs a case that is there', (_, run) => {
    expect(run(boardWith(), asSara())).toEqual(refused('case-not-found'))
  })

  test.each(Object.entries(always))('[P1] %s is not for observers', (_, run) => {
    const doc = boardWith(anna)
    expect(run(doc, { ...asSara(), role: 'observer' })).toEqual(refused('not-allowed'))
  })

  test.each(Object.entries(whileOpen))('[B8] %s leaves a voided case as it is', (_, run) => {
    const doc = boardWith(anna)
    voidCase(doc, { case: anna, reason: 'Dubblett' }, asSara())
    const before = caseIn(doc, anna)
    expect(run(doc, asSara(3_000))).toEqual(refused('case-closed'))
    expect(caseIn(doc, anna)).toEqual(before)
  })
})
