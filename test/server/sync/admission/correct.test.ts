import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { corrected } from '../../../../server/sync/admission/correct.ts'
import { readCase } from '../../../../shared/read-case.ts'
import { EMPTY_FIELDS } from '../../../../shared/empty-case.ts'
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
  karin,
  requestFor,
  taskNumber,
} from '../../../shared/support/board.ts'
import { admitted, GatedBoard, NOON } from '../support/gated-board.ts'

const HOUR = 3_600_000
const author = { by: karin, name: 'Karin', role: 'nurse', client: 'web', at: NOON } as const

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

test('[A7] a comment of the future stays where it stands among the others', () => {
  const { board, amina } = boardWithAnna()
  const write = (n: number, at: number) =>
    amina.apart(
      (doc, stamp) =>
        addComment(doc, { case: anna, comment: commentNumber(n), text: `${n}` }, stamp),
      at,
    )
  admitted(amina.send(Y.mergeUpdates([write(1, NOON + HOUR), write(2, NOON)])))
  expect(readCase(board.doc, anna)?.comments.map(({ text }) => text)).toEqual(['1', '2'])
})

test.each([
  ...['at', 'addedAt', 'underway', 'arrived', 'finished'],
  ...['sentAt', 'receivedAt', 'takenAt', 'backAt', 'lookedAt'],
])('[A7] no %s is in the future', (key) => {
  expect(corrected({ [key]: NOON + HOUR }, undefined, author)).toEqual({ [key]: NOON })
  expect(corrected({ done: { [key]: NOON + HOUR } }, null, author)).toEqual({
    done: { [key]: NOON },
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

test('[A8] who handed over, and who looked at it, is who says so', () => {
  const { board, amina } = boardWithAnna()
  amina.does((doc) => {
    const claimed = { sentAt: NOON, sentBy: 'sara', lookedAt: NOON, lookedBy: 'sara', at: NOON }
    entryIn(doc, anna).set('handedOver', { ...EMPTY_FIELDS.handedOver, ...claimed })
  })
  const stands = fieldIn(board.doc, anna, 'handedOver')
  expect(stands).toMatchObject({ sentBy: 'amina', lookedBy: 'amina' })
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

test.each(['by', 'sentBy', 'receivedBy'])('[A8] %s names its author, or whom it named', (key) => {
  const value = (name: string | null) => ({ [key]: name, done: { [key]: name } })
  expect(corrected(value('sara'), undefined, author)).toEqual(value('karin'))
  expect(corrected(value('sara'), value('jonas'), author)).toEqual(value('karin'))
  expect(corrected(value('sara'), value('sara'), author)).toEqual(value('sara'))
  expect(corrected(value(null), value('sara'), author)).toEqual(value(null))
})

test('[A8] a list stays one', () => {
  const visit = { crew: ['karin', 'sara'], at: NOON }
  expect(corrected(visit, undefined, author)).toEqual(visit)
})
