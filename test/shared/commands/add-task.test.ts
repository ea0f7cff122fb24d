import { describe, expect, test } from 'vitest'
import { addTask } from '../../../shared/commands/add-task.ts'
import { removeTask } from '../../../shared/commands/remove-task.ts'
import { TASK_MAX, TASKS_PER_CASE } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  caseIn,
  copyOf,
  entryIn,
  exchange,
  taskNumber,
} from '../support/board.ts'

const ecg = { case: anna, task: taskNumber(1), text: 'EKG' }
const drip = { case: anna, task: taskNumber(2), text: 'Dropp 1 liter' }

describe('addTask', () => {
  test('[B6] tasks stand in the order in which they were added, waiting to be done', () => {
    const doc = boardWith(anna)
    expect(addTask(doc, drip, asKarin(3_000))).toEqual(done)
    expect(addTask(doc, ecg, asSara(4_000))).toEqual(done)
    const waiting = { done: null, removed: false }
    expect(caseIn(doc, anna).tasks).toEqual([
      { id: drip.task, text: 'Dropp 1 liter', addedAt: 3_000, at: 3_000, ...waiting },
      { id: ecg.task, text: 'EKG', addedAt: 4_000, at: 4_000, ...waiting },
    ])
  })

  test('[B3] tasks that two people add while apart are both there', () => {
    const here = boardWith(anna)
    const there = copyOf(here)
    addTask(here, ecg, asKarin())
    addTask(there, drip, asSara())
    exchange(here, there)
    expect(caseIn(here, anna).tasks.map((task) => task.text)).toEqual(['EKG', 'Dropp 1 liter'])
    expect(caseIn(there, anna).tasks).toEqual(caseIn(here, anna).tasks)
  })

  test('[B11] a task without words or with too many is refused', () => {
    const doc = boardWith(anna)
    for (const text of ['', '  ', 'x'.repeat(TASK_MAX + 1)])
      expect(addTask(doc, { ...ecg, text }, asKarin())).toEqual(refused('invalid-value'))
    expect(caseIn(doc, anna).tasks).toEqual([])
  })

  test('[B11] an id that is taken is refused, also by a removed task', () => {
    const doc = boardWith(anna)
    addTask(doc, ecg, asKarin())
    expect(addTask(doc, ecg, asSara())).toEqual(refused('nothing-changed'))
    removeTask(doc, ecg, asKarin())
    expect(addTask(doc, ecg, asSara())).toEqual(refused('nothing-changed'))
  })

  test('[B11] a case holds only so many tasks', () => {
    const doc = boardWith(anna)
    for (let n = 0; n < TASKS_PER_CASE; n++)
      addTask(doc, { case: anna, task: taskNumber(100 + n), text: 'EKG' }, asKarin())
    expect(addTask(doc, ecg, asKarin())).toEqual(refused('case-full'))
  })

  test('[B11] a case that somebody left without its list takes none', () => {
    const doc = boardWith(anna)
    entryIn(doc, anna).set('tasks', 'EKG')
    expect(addTask(doc, ecg, asKarin())).toEqual(refused('case-not-found'))
  })
})
