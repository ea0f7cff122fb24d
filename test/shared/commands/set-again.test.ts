import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { tasksOf } from '../../../shared/board-document.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { removeTask } from '../../../shared/commands/remove-task.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { setAgain } from '../../../shared/commands/set-again.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { rank } from '../../../shared/rank.ts'
import {
  anna,
  asJonas,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  entryIn,
  fieldIn,
  jonas,
  karin,
  labelsIn,
  sara,
  taskNumber,
} from '../support/board.ts'

const again = (doc: Y.Doc, part: string, value: unknown, stamp: Stamp = asSara(5_000)) =>
  setAgain(doc, { case: anna, part, value }, stamp)

describe('setAgain', () => {
  test('[U18] writes the value as a change of now, in the name of who does it', () => {
    const doc = boardWith(anna)
    const mine = { level: 'acute', by: karin, at: 900 }
    expect(again(doc, 'priority', mine)).toEqual(done)
    expect(fieldIn(doc, anna, 'priority')).toEqual({ level: 'acute', by: sara, at: 5_000 })
    expect(again(doc, 'priority', mine)).toEqual(refused('nothing-changed'))
  })

  test('[B4] [B21] puts a case where it was put, and calls it acute in acute', () => {
    const doc = boardWith(anna, berit)
    moveCase(doc, { case: berit, to: 'acute', before: null }, asKarin())
    const place = { lane: 'acute', rank: rank.parse('Zz'), at: 900 }
    expect(again(doc, 'place', place)).toEqual(done)
    expect(labelsIn(doc, 'acute')).toEqual(['Anna', 'Berit'])
    expect(fieldIn(doc, anna, 'priority').level).toBe('acute')
  })

  test('[B10] sets a visit’s time with the spot that goes with it', () => {
    const doc = boardWith(anna, berit)
    for (const id of [anna, berit])
      moveCase(doc, { case: id, to: 'today', before: null }, asKarin())
    planVisit(doc, { case: berit, start: 10_000 }, asKarin())
    const visit = { start: 20_000, joint: true, crew: [sara], at: 900 }
    expect(again(doc, 'visit', visit)).toEqual(done)
    expect(fieldIn(doc, anna, 'visit')).toEqual({ ...visit, at: 5_000 })
    expect(labelsIn(doc, 'today')).toEqual(['Berit', 'Anna'])
  })

  test('[B13] does not take Sedd from the doctor who was first', () => {
    const doc = boardWith(anna)
    expect(again(doc, 'seen', { by: jonas, at: 900 }, asJonas(4_000))).toEqual(done)
    expect(again(doc, 'seen', { by: sara, at: 950 })).toEqual(refused('nothing-changed'))
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: jonas, at: 4_000 })
  })

  test('[B15] records a receipt for what was sent since', () => {
    const doc = boardWith(anna)
    sendHandback(doc, { case: anna, summary: 'Rättad' }, asKarin())
    const mine = { summary: 'Klar', sentAt: 500, sentBy: karin, receivedAt: 900, receivedBy: sara }
    expect(again(doc, 'handback', { ...mine, at: 900 })).toEqual(done)
    expect(fieldIn(doc, anna, 'handback')).toMatchObject({
      summary: 'Rättad',
      receivedAt: 5_000,
      receivedBy: sara,
    })
  })

  test('[B8] [B9] closes, voids and reopens as those commands do', () => {
    const doc = boardWith(anna)
    const closed = { how: 'closed', reason: '', by: sara, at: 900 }
    const voided = { ...closed, how: 'voided', reason: 'Dubblett' }
    moveCase(doc, { case: anna, to: 'today', before: null }, asKarin())
    expect(again(doc, 'closed', closed)).toEqual(refused('outcome-missing'))
    expect(again(doc, 'closed', voided)).toEqual(done)
    expect(again(doc, 'closed', { ...closed, how: null }, asSara(6_000))).toEqual(done)
    expect(caseIn(doc, anna).lane).toBe('today')
    finishCase(doc, { case: anna, outcome: 'neither' }, asKarin(7_000))
    expect(again(doc, 'priority', { level: 'acute', by: sara, at: 900 })).toEqual(
      refused('case-closed'),
    )
    const ticked = { by: sara, at: 900 }
    expect(again(doc, 'documentedRegion', ticked, asSara(8_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'documentedRegion')).toEqual({ by: sara, at: 8_000 })
    expect(again(doc, 'documentedRegion', { by: null, at: 900 }, asSara(9_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'documentedRegion').by).toBeNull()
  })

  test('[P2] gives nobody what is another role’s', () => {
    const doc = boardWith(anna)
    for (const part of ['seen', 'documentedRegion'])
      expect(again(doc, part, { by: karin, at: 900 }, asKarin())).toEqual(refused('not-allowed'))
    expect(again(doc, 'place', { lane: 'done', rank: 'a0' })).toEqual(
      refused('close-needs-outcome'),
    )
  })

  test('[B11] refuses what is no value of the part, and parts that are no value', () => {
    const doc = boardWith(anna)
    const parts = ['reason', 'sbar', 'comments', 'settings.name', 'place.lane', 'toString', '']
    for (const part of parts)
      expect(again(doc, part, { text: 7 }), part).toEqual(refused('invalid-value'))
  })

  describe('of a task', () => {
    const id = taskNumber(1)
    const part = `tasks.${id}`
    const ticked = { by: sara, at: 900 }
    const mine = { id, text: 'EKG', done: ticked, removed: false, addedAt: 1_500, at: 900 }

    function boardWithTask(): Y.Doc {
      const doc = boardWith(anna)
      addTask(doc, { case: anna, task: id, text: 'EKG' }, asKarin(1_500))
      return doc
    }

    test('[U18] writes it whole, also where it has been removed since', () => {
      const doc = boardWithTask()
      removeTask(doc, { case: anna, task: id }, asKarin())
      expect(again(doc, part, mine)).toEqual(done)
      expect(caseIn(doc, anna).tasks).toEqual([{ ...mine, at: 5_000 }])
      expect(again(doc, part, mine)).toEqual(refused('nothing-changed'))
    })

    test('[B11] needs the task, by its own name, on an open case', () => {
      const doc = boardWithTask()
      const other = taskNumber(2)
      expect(again(doc, `tasks.${other}`, { ...mine, id: other })).toEqual(
        refused('task-not-found'),
      )
      expect(again(doc, part, { ...mine, id: other })).toEqual(refused('invalid-value'))
      voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
      expect(again(doc, part, mine)).toEqual(refused('case-closed'))
      expect(tasksOf(entryIn(doc, anna))?.get(id)).toMatchObject({ done: null })
    })
  })
})
