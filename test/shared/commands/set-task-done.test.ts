import { expect, test } from 'vitest'
import { addTask } from '../../../shared/commands/add-task.ts'
import { removeTask } from '../../../shared/commands/remove-task.ts'
import { setTaskDone } from '../../../shared/commands/set-task-done.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, caseIn, sara, taskNumber } from '../support/board.ts'

const ecg = { case: anna, task: taskNumber(1) }
const boardWithTask = () => {
  const doc = boardWith(anna)
  addTask(doc, { ...ecg, text: 'EKG' }, asKarin())
  return doc
}
const doneIn = (doc: ReturnType<typeof boardWith>) => caseIn(doc, anna).tasks[0]?.done

test('[B6] a done task says who did it and when, and can be undone', () => {
  const doc = boardWithTask()
  expect(setTaskDone(doc, { ...ecg, done: true }, asSara(3_000))).toEqual(done)
  expect(doneIn(doc)).toEqual({ by: sara, at: 3_000 })
  expect(setTaskDone(doc, { ...ecg, done: false }, asKarin(4_000))).toEqual(done)
  expect(doneIn(doc)).toBeNull()
})

test('[B11] a done task stays the first one’s work', () => {
  const doc = boardWithTask()
  setTaskDone(doc, { ...ecg, done: true }, asSara(3_000))
  const again = setTaskDone(doc, { ...ecg, done: true }, asKarin(4_000))
  expect(again).toEqual(refused('nothing-changed'))
  expect(doneIn(doc)).toEqual({ by: sara, at: 3_000 })
})

test('[B11] a task that is not there, or no longer, is refused', () => {
  const doc = boardWithTask()
  const other = { case: anna, task: taskNumber(9), done: true }
  expect(setTaskDone(doc, other, asKarin())).toEqual(refused('task-not-found'))
  removeTask(doc, ecg, asKarin())
  const gone = setTaskDone(doc, { ...ecg, done: true }, asKarin())
  expect(gone).toEqual(refused('task-not-found'))
})
