import type * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import { readCase } from '../../shared/read-case.ts'
import type {
  CaseFields,
  HandoverWay,
  OutcomeName,
  Receiver,
  VisitStatus,
} from '../../shared/case.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { documentCase } from '../../shared/commands/document-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { handOver } from '../../shared/commands/hand-over.ts'
import { markSeen } from '../../shared/commands/mark-seen.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { planFollowUp, type PlanFollowUp } from '../../shared/commands/plan-follow-up.ts'
import { planVisit, type PlanVisit } from '../../shared/commands/plan-visit.ts'
import { prepareHandover } from '../../shared/commands/prepare-handover.ts'
import { recordReceipt } from '../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { setVisitStatus } from '../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import { voidCase } from '../../shared/commands/void-case.ts'
import { newCommentId, newTaskId, userId, type CaseId } from '../../shared/ids.ts'
import type { OpenLane } from '../../shared/lane.ts'
import { refused, type Outcome } from '../../shared/outcome.ts'
import type { Member } from './member.ts'

/** What somebody does to a case. */
export type Deed = (doc: Y.Doc, id: CaseId, stamp: Stamp) => Outcome

export const seen: Deed = (doc, id, stamp) => markSeen(doc, { case: id }, stamp)
export const takes: Deed = (doc, id, stamp) => takeCase(doc, { case: id }, stamp)

export const moves =
  (to: OpenLane): Deed =>
  (doc, id, stamp) =>
    moveCase(doc, { case: id, to, before: 'natural' }, stamp)

type Visit = Omit<PlanVisit, 'case' | 'crew'> & { crew: readonly Member[] }
export const plans =
  ({ crew, ...visit }: Visit): Deed =>
  (doc, id, stamp) =>
    planVisit(doc, { case: id, ...visit, crew: crew.map((one) => userId.parse(one)) }, stamp)

const visitIs =
  (status: VisitStatus): Deed =>
  (doc, id, stamp) =>
    setVisitStatus(doc, { case: id, status }, stamp)
export const underway = visitIs('underway')
export const arrives = visitIs('arrived')
export const finishes = visitIs('finished')

/** Values that somebody read off and typed in. */
export const measures =
  (values: Partial<Omit<CaseFields['vitals'], 'by' | 'at' | 'takenAt'>>): Deed =>
  (doc, id, stamp) =>
    editField(doc, { case: id, field: 'vitals', value: { ...values, takenAt: stamp.at } }, stamp)

export const adds =
  (text: string): Deed =>
  (doc, id, stamp) =>
    addTask(doc, { case: id, task: newTaskId(), text }, stamp)

export const ticks =
  (text: string): Deed =>
  (doc, id, stamp) => {
    const task = readCase(doc, id)?.tasks.find((one) => one.text === text)
    if (!task) return refused('task-not-found')
    return setTaskDone(doc, { case: id, task: task.id, done: true }, stamp)
  }

export const comments =
  (text: string): Deed =>
  (doc, id, stamp) =>
    addComment(doc, { case: id, comment: newCommentId(), text }, stamp)

/** Ticks that the visit stands in the record of one's own care provider. */
export const documents: Deed = (doc, id, stamp) => {
  const record = stamp.role === 'doctor' ? 'region' : 'municipality'
  return documentCase(doc, { case: id, record, documented: true }, stamp)
}

export const followsUp =
  (plan: Omit<PlanFollowUp, 'case'>): Deed =>
  (doc, id, stamp) =>
    planFollowUp(doc, { case: id, ...plan }, stamp)

/** Puts the case on tonight's list, with what is to be done and watched. */
export const prepares =
  (to: Receiver, words: string): Deed =>
  (doc, id, stamp) =>
    prepareHandover(doc, { case: id, to, words }, stamp)

export const handsOver =
  (how: HandoverWay, told: string): Deed =>
  (doc, id, stamp) =>
    handOver(doc, { case: id, how, told }, stamp)

export const sendsBack =
  (summary: string): Deed =>
  (doc, id, stamp) =>
    sendHandback(doc, { case: id, summary }, stamp)

export const receives: Deed = (doc, id, stamp) => recordReceipt(doc, { case: id }, stamp)

export const closes =
  (outcome: OutcomeName): Deed =>
  (doc, id, stamp) =>
    finishCase(doc, { case: id, outcome }, stamp)

export const voids =
  (reason: string): Deed =>
  (doc, id, stamp) =>
    voidCase(doc, { case: id, reason }, stamp)
