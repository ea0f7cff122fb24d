import { expect, test } from 'vitest'
import { tasksOf } from '../../../shared/board-document.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { removeTask } from '../../../shared/commands/remove-task.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, boardWith, caseIn, entryIn, taskNumber } from '../support/board.ts'

const ecg = { case: anna, task: taskNumber(1) }

test('[B2] a removed task leaves the list, not the document', () => {
  const doc = boardWith(anna)
  addTask(doc, { ...ecg, text: 'EKG' }, asKarin())
  expect(removeTask(doc, ecg, asKarin())).toEqual(done)
  expect(caseIn(doc, anna).tasks).toEqual([])
  expect(tasksOf(entryIn(doc, anna))?.get(ecg.task)).toMatchObject({ text: 'EKG', removed: true })
})

test('[B11] a task is removed once', () => {
  const doc = boardWith(anna)
  addTask(doc, { ...ecg, text: 'EKG' }, asKarin())
  removeTask(doc, ecg, asKarin())
  expect(removeTask(doc, ecg, asKarin())).toEqual(refused('task-not-found'))
})
