import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { metaOf } from '../../shared/board-document.ts'
import { caseMeta } from '../../shared/case.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { bringBack } from '../../shared/commands/bring-back.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { markSeen } from '../../shared/commands/mark-seen.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { recordReceipt } from '../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { newsOf } from '../../shared/meeting-news.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  cameAt,
  caseIn,
  commentNumber,
  jonas,
  karin,
  movedBy,
  sara,
  taskNumber,
} from './support/board.ts'
import { EVENING, handOverAll, MORNING } from './support/nights.ts'

/** Anna's case, made at 1000 by Karin's clock and saved at 1100. */
function board(): Y.Doc {
  const doc = boardWith(anna)
  cameAt(doc, anna, 1_100)
  return doc
}

const told = (doc: Y.Doc, since: number | null) =>
  newsOf(caseIn(doc, anna), since).map(({ at, by, part }) => [part, by, at])

test('[M3] a new case is told as that, with what has come to it since', () => {
  const doc = board()
  expect(told(doc, 500)).toEqual([['case', karin, 1_100]])
  expect(told(doc, null)).toEqual([['case', karin, 1_100]])
  markSeen(doc, { case: anna }, asSara(2_000))
  expect(told(doc, null)).toEqual([
    ['seen', sara, 2_000],
    ['case', karin, 1_100],
  ])
})

test('[M3] [F2] that it was handed over is told, by whom and when, and not what the clock did since', () => {
  const doc = board()
  handOverAll(doc, [anna])
  bringBack(doc, MORNING)
  expect(told(doc, EVENING - 1)).toEqual([['handedOver', karin, EVENING]])
  expect(newsOf(caseIn(doc, anna), EVENING - 1)[0]?.to).toMatchObject({ backAt: null })
})

test('[M3] a case that is not saved yet is new, by who asked for it', () => {
  const doc = board()
  metaOf(doc).delete(anna)
  expect(told(doc, 5_000)).toEqual([['case', karin, 1_000]])
})

test('[M3] what was set since is told, the latest first, and nothing from before', () => {
  const doc = board()
  prioritise(doc, { case: anna, level: 'acute' }, asKarin(2_000))
  markSeen(doc, { case: anna }, asSara(3_000))
  editField(doc, { case: anna, field: 'doctor', value: { id: sara } }, asKarin(4_000))
  addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring sonen' }, asSara(5_000))
  movedBy(doc, anna, jonas, 6_000)
  expect(told(doc, 2_000)).toEqual([
    ['place', jonas, 6_000],
    ['comments', sara, 5_000],
    ['doctor', null, 4_000],
    ['seen', sara, 3_000],
  ])
  expect(newsOf(caseIn(doc, anna), 4_500).at(-1)?.to).toBe('Ring sonen')
})

test('[M3] tasks and handbacks are told step by step', () => {
  const doc = board()
  addTask(doc, { case: anna, task: taskNumber(1), text: 'EKG' }, asKarin(2_000))
  setTaskDone(doc, { case: anna, task: taskNumber(1), done: true }, asSara(3_000))
  sendHandback(doc, { case: anna, summary: 'Åter' }, asSara(4_000))
  recordReceipt(doc, { case: anna }, asKarin(5_000))
  const task = `tasks.${taskNumber(1)}`
  expect(told(doc, 1_500)).toEqual([
    ['handback', karin, 5_000],
    ['handback', sara, 4_000],
    [task, sara, 3_000],
    [task, null, 2_000],
  ])
  const [received, sent, finished, added] = newsOf(caseIn(doc, anna), 1_500)
  expect(sent?.to).toMatchObject({ sentAt: 4_000, receivedAt: null })
  expect(received).toMatchObject({ from: { receivedAt: null }, to: { receivedAt: 5_000 } })
  expect(added).toMatchObject({ from: undefined, to: { text: 'EKG', done: null } })
  expect(finished).toMatchObject({ from: { done: null }, to: { done: { by: sara } } })
})

test('[M3] what leaves no time of its own is told as a touch', () => {
  const doc = board()
  const meta = caseMeta.parse(metaOf(doc).get(anna))
  metaOf(doc).set(anna, { ...meta, touchedAt: 3_000, touchedBy: sara })
  expect(told(doc, 2_000)).toEqual([['touch', sara, 3_000]])
  expect(told(doc, 3_000)).toEqual([])
})
