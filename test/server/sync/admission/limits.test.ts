import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../../shared/access.ts'
import { addComment } from '../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { editSbar } from '../../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../../shared/commands/move-case.ts'
import { setTaskDone } from '../../../../shared/commands/set-task-done.ts'
import { boardOf, commentsOf, tasksOf } from '../../../../shared/board-document.ts'
import { newCommentId, newTaskId } from '../../../../shared/ids.ts'
import { BOARD_BYTES_MAX, COMMENTS_PER_CASE, TASKS_PER_CASE } from '../../../../shared/limits.ts'
import {
  anna,
  berit,
  commentNumber,
  entryIn,
  requestFor,
  taskNumber,
} from '../../../shared/support/board.ts'
import { admitted, GatedBoard } from '../support/gated-board.ts'

type Task = (doc: Y.Doc, stamp: Stamp) => unknown
const sbar =
  (text: string): Task =>
  (doc, stamp) =>
    editSbar(doc, { case: anna, part: 'situation', text }, stamp)

function fullBoard() {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  karin.does((doc, stamp) => {
    createCase(doc, requestFor(anna), stamp)
    addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
  })
  karin.does(sbar('Feber'))
  board.shadow.weigh(BOARD_BYTES_MAX + 1)
  return { board, karin }
}

test.each<[string, Task]>([
  ['case', (doc, stamp) => createCase(doc, requestFor(berit), stamp)],
  ['task', (doc, stamp) => addTask(doc, { case: anna, task: taskNumber(2), text: 'Prov' }, stamp)],
  [
    'comment',
    (doc, stamp) => addComment(doc, { case: anna, comment: commentNumber(1), text: 'x' }, stamp),
  ],
  ['word', sbar('Feber och hosta')],
])('[A11] a board past its size takes no new %s', (_, task) => {
  expect(fullBoard().karin.does(task)).toMatchObject({
    kind: 'refused',
    objection: { reason: 'board-full' },
  })
})

test.each<[string, Task]>([
  ['moved', (doc, stamp) => moveCase(doc, { case: anna, to: 'today', before: null }, stamp)],
  [
    'done',
    (doc, stamp) => setTaskDone(doc, { case: anna, task: taskNumber(1), done: true }, stamp),
  ],
  ['shortened', sbar('Fe')],
])('[A11] what is there can still be %s', (_, task) => {
  admitted(fullBoard().karin.does(task))
})

test('[A11] a board that was weighed and found lighter takes more', () => {
  const { board, karin } = fullBoard()
  board.shadow.weigh(1_000)
  admitted(karin.does(sbar('Feber och hosta')))
})

test('[A11] what a board held when it was opened counts', () => {
  const { board, karin } = fullBoard()
  const large = (doc: Y.Doc) => boardOf(doc).set('team', 'x'.repeat(BOARD_BYTES_MAX))
  board.shadow.weigh(0)
  board.log.push(karin.apart(large))
  const refused = board.nurse('maja').does((doc) => doc.getMap('notes').set('a', 1))
  expect(refused.kind).toBe('refused') // which has it opened afresh
  expect(board.nurse('amina').does(sbar('Feber och hosta'))).toMatchObject({
    objection: { reason: 'board-full' },
  })
})

test('[A11] what was taken in counts at once', () => {
  const { board, karin } = fullBoard()
  board.shadow.weigh(BOARD_BYTES_MAX)
  admitted(karin.does(sbar('Feber och hosta')))
  expect(karin.does(sbar('Feber, hosta och frossa')).kind).toBe('refused')
})

test('[A11] a case takes so many comments and no more', () => {
  const { board, karin } = fullBoard()
  board.shadow.weigh(0)
  const comment = () => ({ id: newCommentId(), by: 'karin', at: board.now, text: 'Ring' })
  const comments = Array.from({ length: 2 * COMMENTS_PER_CASE }, comment)
  admitted(karin.does((doc) => commentsOf(entryIn(doc, anna))?.push(comments)))
  expect(karin.does((doc) => commentsOf(entryIn(doc, anna))?.push([comment()]))).toMatchObject({
    kind: 'refused',
    objection: { reason: 'case-full', part: 'comments' },
  })
})

test('[A11] two who each filled up a list apart are both taken, a third helping is not', () => {
  const board = new GatedBoard()
  board.nurse('karin').does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const fill: Task = (doc, stamp) => {
    for (let i = 0; i < TASKS_PER_CASE; i++)
      addTask(doc, { case: anna, task: newTaskId(), text: 'Prov' }, stamp)
  }
  const [amina, sara, jonas] = [board.nurse('amina'), board.nurse('sara'), board.nurse('jonas')]
  const [one, two, three] = [amina, sara, jonas].map((hand) => hand.apart(fill)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  admitted(amina.send(one))
  admitted(sara.send(two))
  expect(jonas.send(three)).toMatchObject({ kind: 'refused', objection: { reason: 'case-full' } })
  expect(tasksOf(entryIn(board.doc, anna))?.size).toBe(2 * TASKS_PER_CASE)
})
