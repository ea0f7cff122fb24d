import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import {
  CONSENTS,
  HANDOVER_WAYS,
  OUTCOMES,
  PRIORITIES,
  SBAR_PARTS,
  VISIT_STATUSES,
} from '../../../shared/case.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
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
import { LANES, OPEN_LANES } from '../../../shared/lane.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import {
  asJonas,
  asKarin,
  asSara,
  caseNumber,
  jonas,
  requestFor,
  sara,
  taskNumber,
} from './board.ts'
import fc from '../../support/fast-check.ts'

export const caseIds = [1, 2, 3, 4].map(caseNumber)
const anyCase = fc.constantFrom(...caseIds)
export const anyStamp = fc
  .tuple(fc.constantFrom(asKarin, asSara, asJonas), fc.integer({ min: 1_000, max: 1_050 }))
  .map(([as, at]): Stamp => as(at))

const time = fc.integer({ min: -1, max: 5 })
const words = fc.string({ maxLength: 8 })
const task = fc.constantFrom(taskNumber(1), taskNumber(2))
const spot = fc.oneof(anyCase, fc.constantFrom(null, 'natural' as const))

const superseded = fc.oneof(
  fc.constantFrom(...LANES).map((lane) => ({ part: 'place', value: { lane, rank: 'a1' } })),
  words.map((text) => ({ part: 'reason', value: { text } })),
  fc.constantFrom(jonas, null).map((by) => ({ part: 'seen', value: { by } })),
  fc.constantFrom('closed', 'voided', null).map((how) => ({
    part: 'closed',
    value: { how, reason: 'Dubblett', by: jonas },
  })),
  fc.record({ id: task, removed: fc.boolean() }).map(({ id, removed }) => ({
    part: `tasks.${id}`,
    value: { id, text: 'EKG', done: null, removed, addedAt: 1_000 },
  })),
  fc.constantFrom('sbar', 'tasks', 'toString', 'place.lane').map((part) => ({ part, value: null })),
)

const anyEdit = fc.oneof(
  words.map((text) => ({ field: 'reason', value: { text } })),
  words.map((label) => ({ field: 'patient', value: { label } })),
  fc.constantFrom(...CONSENTS).map((state) => ({ field: 'consent', value: { state } })),
  fc.constantFrom(sara, jonas, null).map((id) => ({ field: 'doctor', value: { id } })),
  fc.nat({ max: 120 }).map((spo2) => ({ field: 'vitals', value: { spo2 } })),
)

/** A command with its arguments, readable in a counterexample. */
export type AnyCommand = { name: string; with: object }

const commands = {
  createCase: [createCase, anyCase.map(requestFor)],
  moveCase: [moveCase, { to: fc.constantFrom(...LANES), before: spot }],
  prioritise: [prioritise, { level: fc.constantFrom(...PRIORITIES) }],
  editField: [editField, fc.tuple(anyCase, anyEdit).map(([id, edit]) => ({ case: id, ...edit }))],
  editSbar: [editSbar, { part: fc.constantFrom(...SBAR_PARTS.slice(0, 2)), text: words }],
  markSeen: [markSeen, {}],
  takeCase: [takeCase, {}],
  planVisit: [planVisit, { start: time }],
  scheduleVisit: [scheduleVisit, { start: time, doctor: fc.constantFrom(sara, jonas, null) }],
  setAgain: [setAgain, fc.tuple(anyCase, superseded).map(([id, one]) => ({ case: id, ...one }))],
  setVisitStatus: [setVisitStatus, { status: fc.constantFrom(...VISIT_STATUSES) }],
  planFollowUp: [planFollowUp, { due: time }],
  prepareHandover: [prepareHandover, { to: fc.constantFrom('evening', 'car', null), words: words }],
  handOver: [handOver, { how: fc.constantFrom(...HANDOVER_WAYS), told: words }],
  lookAtHandover: [lookAtHandover, {}],
  addTask: [addTask, { task, text: words }],
  setTaskDone: [setTaskDone, { task, done: fc.boolean() }],
  removeTask: [removeTask, { task }],
  addComment: [addComment, { comment: task, text: words }],
  documentCase: [
    documentCase,
    { record: fc.constantFrom('region', 'municipality'), documented: fc.boolean() },
  ],
  setOutcome: [setOutcome, { value: fc.constantFrom(...OUTCOMES) }],
  sendHandback: [sendHandback, { summary: words }],
  recordReceipt: [recordReceipt, {}],
  closeCase: [closeCase, {}],
  finishCase: [finishCase, { outcome: fc.constantFrom(...OUTCOMES) }],
  voidCase: [voidCase, { reason: words }],
  reopenCase: [reopenCase, { to: fc.constantFrom(...OPEN_LANES) }],
} as const

type Run = (doc: Y.Doc, command: object, stamp: Stamp) => Outcome

/** Any command; cases come and move most, as on a real board. */
export const anyCommand: fc.Arbitrary<AnyCommand> = fc.oneof(
  ...Object.entries(commands).map(([name, [, fields]]) => ({
    weight: { createCase: 4, moveCase: 8 }[name] ?? 1,
    arbitrary: fc.record({
      name: fc.constant(name),
      with: 'generate' in fields ? fields : fc.record({ case: anyCase, ...fields }),
    }),
  })),
)

export function run(doc: Y.Doc, { name, with: command }: AnyCommand, stamp: Stamp): Outcome {
  const [act] = commands[name as keyof typeof commands]
  return doc.transact(() => (act as Run)(doc, command, stamp))
}
