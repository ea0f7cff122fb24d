import { expect, test } from 'vitest'
import { readCase } from '../../../../shared/board-document.ts'
import { addComment } from '../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { planFollowUp } from '../../../../shared/commands/plan-follow-up.ts'
import { prioritise } from '../../../../shared/commands/prioritise.ts'
import { recordReceipt } from '../../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../../shared/commands/send-handback.ts'
import { setVisitStatus } from '../../../../shared/commands/set-visit-status.ts'
import {
  anna,
  commentNumber,
  entryIn,
  fieldIn,
  requestFor,
  taskNumber,
} from '../../../shared/support/board.ts'
import { admitted, GatedBoard, NOON } from '../support/gated-board.ts'

const HOUR = 3_600_000

function boardWithAnna() {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  return { board, karin, amina: board.nurse('amina') }
}

test('[A7] what a clock an hour ahead did was done now, on the server’s clock', () => {
  const { board, amina } = boardWithAnna()
  admitted(
    amina.does((doc, stamp) => {
      prioritise(doc, { case: anna, level: 'acute' }, stamp)
      setVisitStatus(doc, { case: anna, status: 'underway' }, stamp)
      addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
      addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp)
      addComment(doc, { case: anna, comment: commentNumber(2), text: 'Igen' }, stamp)
    }, NOON + HOUR),
  )
  for (const doc of [board.doc, amina.doc])
    expect(readCase(doc, anna)).toMatchObject({
      priority: { level: 'acute', at: NOON },
      visitStatus: { status: 'underway', underway: NOON, at: NOON },
      tasks: [{ addedAt: NOON, at: NOON }],
      comments: [
        { text: 'Ring', at: NOON },
        { text: 'Igen', at: NOON },
      ],
    })
})

test('[A7] two seconds ahead are left alone, and so is what is planned', () => {
  const { board, amina } = boardWithAnna()
  const due = NOON + 48 * HOUR
  admitted(
    amina.does((doc, stamp) => {
      planFollowUp(doc, { case: anna, due, check: '', callIf: '' }, stamp)
    }, NOON + 2_000),
  )
  expect(fieldIn(board.doc, anna, 'followUp')).toMatchObject({ due, at: NOON + 2_000 })
})

test('[A7] a clock far ahead wins nothing against what is newer', () => {
  const { board, karin, amina } = boardWithAnna()
  const late = karin.apart(
    (doc, stamp) => prioritise(doc, { case: anna, level: 'planned' }, stamp),
    NOON + 100 * HOUR,
  )
  board.now = NOON + HOUR
  admitted(amina.does((doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp)))
  admitted(karin.send(late))
  expect(fieldIn(board.doc, anna, 'priority').level).toBe('acute')
})

test('[A8] a value that names somebody else names its author', () => {
  const { board, amina } = boardWithAnna()
  amina.does((doc) => entryIn(doc, anna).set('outcome', { value: 'sent-in', by: 'sara', at: NOON }))
  expect(fieldIn(board.doc, anna, 'outcome')).toMatchObject({ value: 'sent-in', by: 'amina' })
})

test('[A8] a name that was there stays with what it did', () => {
  const { board, karin, amina } = boardWithAnna()
  karin.does((doc, stamp) => sendHandback(doc, { case: anna, summary: 'Åter' }, stamp))
  amina.learn().does((doc, stamp) => recordReceipt(doc, { case: anna }, stamp))
  expect(fieldIn(board.doc, anna, 'handback')).toMatchObject({
    sentBy: 'karin',
    receivedBy: 'amina',
  })
})

test('[A8] putting a value back brings its names back', () => {
  const { board, karin, amina } = boardWithAnna()
  const first = fieldIn(board.doc, anna, 'priority')
  amina.does((doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp))
  expect(fieldIn(board.doc, anna, 'priority').by).toBe('amina')
  amina.does((doc, { at }) => entryIn(doc, anna).set('priority', { ...first, at: at + 1 }))
  expect(fieldIn(board.doc, anna, 'priority')).toEqual({ ...first, at: NOON + 1 })
  karin
    .learn()
    .does((doc) => entryIn(doc, anna).set('priority', { ...first, by: 'sara', level: 'planned' }))
  expect(fieldIn(board.doc, anna, 'priority')).toMatchObject({ level: 'planned', by: 'karin' })
})
