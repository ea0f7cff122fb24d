import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../../shared/access.ts'
import { readCase } from '../../../../shared/read-case.ts'
import { addComment } from '../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { documentCase } from '../../../../shared/commands/document-case.ts'
import { editSbar } from '../../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../../shared/commands/move-case.ts'
import { recordReceipt } from '../../../../shared/commands/record-receipt.ts'
import { reopenCase } from '../../../../shared/commands/reopen-case.ts'
import { sendHandback } from '../../../../shared/commands/send-handback.ts'
import { setOutcome } from '../../../../shared/commands/set-outcome.ts'
import { voidCase } from '../../../../shared/commands/void-case.ts'
import { EMPTY_FIELDS } from '../../../../shared/empty-case.ts'
import {
  anna,
  commentNumber,
  entryIn,
  requestFor,
  taskNumber,
} from '../../../shared/support/board.ts'
import { admitted, GatedBoard, NOON } from '../support/gated-board.ts'

function boardWithAnna() {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  return { board, karin, amina: board.nurse('amina'), state: () => readCase(board.doc, anna) }
}
type Task = (doc: Y.Doc, stamp: Stamp) => unknown

const move: Task = (doc, stamp) => moveCase(doc, { case: anna, to: 'today', before: null }, stamp)
const task: Task = (doc, stamp) =>
  addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
const outcome: Task = (doc, stamp) => setOutcome(doc, { case: anna, value: 'sent-in' }, stamp)
const finish: Task = (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp)

test.each<[string, Task, string]>([
  ['a move', move, 'place'],
  ['a task', task, `tasks.${taskNumber(1)}`],
  ['an outcome', outcome, 'outcome'],
])(
  '[A9] %s that did not know the case was closed is not used, and its sender is told',
  (_, does, part) => {
    const { karin, amina, state } = boardWithAnna()
    const late = amina.apart(does, NOON + 1_000)
    admitted(karin.does(finish))
    const closed = state()
    const { superseded } = admitted(amina.send(late))
    expect(superseded).toMatchObject([{ because: 'closed', part, kept: { by: 'karin', at: NOON } }])
    expect({ ...state(), meta: null }).toEqual({ ...closed, meta: null })
  },
)

test('[A9] words, comments, ticks and a receipt come late, and are kept', () => {
  const { board, karin, amina, state } = boardWithAnna()
  karin.does((doc, stamp) => sendHandback(doc, { case: anna, summary: 'Åter' }, stamp))
  const sara = board.doctor('sara')
  const tick = sara.apart((doc, stamp) =>
    documentCase(doc, { case: anna, record: 'region', documented: true }, stamp),
  )
  const late = amina.learn().apart((doc, stamp) => {
    editSbar(doc, { case: anna, part: 'situation', text: 'Feber' }, stamp)
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp)
    documentCase(doc, { case: anna, record: 'municipality', documented: true }, stamp)
    recordReceipt(doc, { case: anna }, stamp)
  })
  karin.does((doc, stamp) => voidCase(doc, { case: anna, reason: 'Fel' }, stamp))
  expect(admitted(amina.send(late)).superseded).toEqual([])
  expect(admitted(sara.send(tick)).superseded).toEqual([])
  expect(state()).toMatchObject({
    documentedRegion: { by: 'sara' },
    sbar: { situation: 'Feber' },
    comments: [{ text: 'Ring' }],
    documentedMunicipality: { by: 'amina' },
    handback: { receivedBy: 'amina' },
  })
})

test.each([
  ['never sent', { sentAt: null, summary: '' }],
  ['sent another time', { sentAt: NOON + 1, summary: 'Åter' }],
  ['with another summary', { sentAt: NOON, summary: 'Nej' }],
  ['without a receipt', { sentAt: NOON, summary: 'Åter', receivedAt: null }],
])('[A9] a handback %s is no receipt that comes late', (_, parts) => {
  const { karin, amina, state } = boardWithAnna()
  if (parts.sentAt !== null)
    karin.does((doc, stamp) => sendHandback(doc, { case: anna, summary: 'Åter' }, stamp))
  karin.does((doc, stamp) => voidCase(doc, { case: anna, reason: 'Fel' }, stamp))
  const closed = state()
  const { superseded } = admitted(
    amina.learn().does((doc, { by, at }) => {
      const sentBy = parts.sentAt === null ? null : 'karin'
      const receipt = { receivedAt: at, receivedBy: by, at: at + 1 }
      entryIn(doc, anna).set('handback', { sentBy, ...receipt, ...parts })
    }),
  )
  expect(superseded).toMatchObject([{ because: 'closed', part: 'handback' }])
  expect(state()?.handback).toEqual(closed?.handback)
})

test('[A9] who reopens a case may change it again', () => {
  const { karin, amina, state } = boardWithAnna()
  karin.does(finish)
  const { superseded } = admitted(
    amina.learn().does((doc, stamp) => {
      reopenCase(doc, { case: anna, to: 'incoming' }, stamp)
      task(doc, stamp)
    }),
  )
  expect(superseded).toEqual([])
  expect(state()).toMatchObject({ lane: 'incoming', tasks: [{ text: 'Dropp' }] })
})

test('[A9] of two who close a case at once the newer closing stands, with its outcome', () => {
  const { karin, amina, state } = boardWithAnna()
  const late = amina.apart(
    (doc, stamp) => finishCase(doc, { case: anna, outcome: 'sent-in' }, stamp),
    NOON + 1_000,
  )
  karin.does(finish)
  expect(admitted(amina.send(late)).superseded).toEqual([])
  expect(state()).toMatchObject({ closed: { by: 'amina' }, outcome: { value: 'sent-in' } })
})

test('[A9] who closes a closed case again changes nothing else of it', () => {
  const { amina, karin, state } = boardWithAnna()
  karin.does(finish)
  const { superseded } = admitted(
    amina.learn().does((doc, { by, at }) => {
      const entry = entryIn(doc, anna)
      entry.set('closed', { how: 'closed', reason: '', by, at: at + 1 })
      entry.set('outcome', { value: 'sent-in', by, at: at + 1 })
      entry.set('reason', { text: 'Fall', at: at + 1 })
    }),
  )
  expect(superseded).toMatchObject([{ because: 'closed', part: 'reason' }])
  expect(state()).toMatchObject({
    reason: { text: requestFor(anna).reason },
    closed: { by: 'amina' },
    outcome: { value: 'sent-in' },
  })
})

test('[A9] a closing that comes too late closes nothing to what came with it', () => {
  const { karin, amina, state } = boardWithAnna()
  const late = amina.apart((doc, stamp) => {
    voidCase(doc, { case: anna, reason: 'Fel' }, stamp)
    entryIn(doc, anna).set('mission', { id: 'on-call-car', at: stamp.at })
  }, NOON - 1_000)
  karin.does(finish)
  karin.does((doc, stamp) => reopenCase(doc, { case: anna, to: 'today' }, stamp))
  const { superseded } = admitted(amina.send(late))
  expect(superseded).toMatchObject([{ because: 'newer', part: 'closed' }])
  expect(state()).toMatchObject({ lane: 'today', mission: { id: 'on-call-car' } })
})

test('[A9] a reopening that comes too late opens nothing to what came with it', () => {
  const { karin, amina, state } = boardWithAnna()
  karin.does(finish)
  const late = amina.learn().apart((doc, stamp) => {
    reopenCase(doc, { case: anna, to: 'incoming' }, stamp)
    entryIn(doc, anna).set('mission', { id: 'on-call-car', at: stamp.at })
  })
  karin.does((doc, stamp) => {
    reopenCase(doc, { case: anna, to: 'today' }, stamp)
    finishCase(doc, { case: anna, outcome: 'sent-in' }, stamp)
  }, NOON + 1_000)
  const { superseded } = admitted(amina.send(late))
  expect(superseded).toContainEqual(expect.objectContaining({ because: 'newer', part: 'closed' }))
  expect(superseded).toContainEqual(expect.objectContaining({ because: 'closed', part: 'mission' }))
  expect(state()).toMatchObject({ lane: 'done', mission: { id: null } })
})

test('[A9] what lost against a newer value is told so, though its case was closed too', () => {
  const { karin, amina } = boardWithAnna()
  const late = amina.apart(move, NOON - 1_000)
  karin.does((doc, stamp) => moveCase(doc, { case: anna, to: 'acute', before: null }, stamp))
  karin.does(finish)
  expect(admitted(amina.send(late)).superseded).toMatchObject([{ because: 'newer', part: 'place' }])
})

test('[J2] what does not stand is no change', () => {
  const { board, karin, amina } = boardWithAnna()
  const late = amina.apart((doc, { at }) => entryIn(doc, anna).set('mission', { id: null, at }))
  karin.does(finish)
  const { superseded, changes } = admitted(amina.send(late))
  expect(superseded).toMatchObject([{ because: 'closed', part: 'mission' }])
  expect(changes).toEqual([])
  expect(entryIn(board.doc, anna).get('mission')).toEqual(EMPTY_FIELDS.mission)
})

test('[A10] nobody closes a case that waits for its receipt', () => {
  const { karin, amina, state } = boardWithAnna()
  const late = amina.apart(finish)
  karin.does((doc, stamp) => sendHandback(doc, { case: anna, summary: 'Åter' }, stamp))
  const { superseded } = admitted(amina.send(late))
  expect(superseded).toMatchObject([{ because: 'receipt-missing', part: 'closed' }])
  expect(state()).toMatchObject({ lane: 'handback', closed: { how: null } })
})

test('[A10] nobody closes a case without an outcome', () => {
  const { amina, state } = boardWithAnna()
  const { superseded } = admitted(
    amina.does((doc, { by, at }) =>
      entryIn(doc, anna).set('closed', { how: 'closed', reason: '', by, at }),
    ),
  )
  expect(superseded).toMatchObject([{ because: 'outcome-missing', part: 'closed' }])
  expect(state()).toMatchObject({ lane: 'incoming' })
})

test.each([
  ['higher', 9],
  ['lower', 7],
])('[A10] an outcome that lost closes nothing, also by a %s client id', (_, id) => {
  const { board, state } = boardWithAnna()
  const [amina, maja] = [board.nurse('amina', 8), board.nurse('maja', id)]
  const late = maja.apart(finish, NOON - 1_000)
  amina.does((doc, { by, at }) => entryIn(doc, anna).set('outcome', { value: null, by, at }))
  const { superseded } = admitted(maja.send(late))
  expect(superseded).toMatchObject([
    { because: 'newer', part: 'outcome' },
    { because: 'outcome-missing', part: 'closed' },
  ])
  expect(state()).toMatchObject({ lane: 'incoming', outcome: { value: null } })
})
