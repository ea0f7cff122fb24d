import { describe, expect, test } from 'vitest'
import { observeChanges, type CaseChange } from '../../../shared/changes.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { revert } from '../../../shared/undo.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  fieldIn,
  jonas,
  labelsIn,
  sara,
} from '../support/board.ts'

const plan = { case: anna, start: 50_000, doctor: sara }

describe('scheduleVisit', () => {
  test('[B23] a visit gets its time and its doctor at once', () => {
    const doc = boardWith(anna)
    expect(scheduleVisit(doc, plan, asKarin(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'visit')).toMatchObject({ start: 50_000, at: 3_000 })
    expect(fieldIn(doc, anna, 'visitStatus').status).toBe('planned')
    expect(fieldIn(doc, anna, 'doctor')).toEqual({ id: sara, at: 3_000 })
  })

  test('[B23] handing it over at the same time changes only whose it is', () => {
    const doc = boardWith(anna)
    scheduleVisit(doc, plan, asKarin(3_000))
    expect(scheduleVisit(doc, { ...plan, doctor: jonas }, asSara(4_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'visit').at).toBe(3_000)
    expect(fieldIn(doc, anna, 'doctor')).toEqual({ id: jonas, at: 4_000 })
    expect(scheduleVisit(doc, { ...plan, doctor: jonas }, asSara(5_000))).toEqual(
      refused('nothing-changed'),
    )
  })

  test('[B23] a new time alone leaves the doctor as it is', () => {
    const doc = boardWith(anna)
    scheduleVisit(doc, plan, asKarin(3_000))
    expect(scheduleVisit(doc, { ...plan, start: 60_000 }, asKarin(4_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'doctor').at).toBe(3_000)
  })

  test('[B23] time and doctor are undone together', () => {
    const doc = boardWith(anna)
    editField(doc, { case: anna, field: 'doctor', value: { id: jonas } }, asKarin())
    let changes: CaseChange[] = []
    const stop = observeChanges(doc, (made) => (changes = made))
    doc.transact(() => scheduleVisit(doc, plan, asKarin(3_000)))
    stop()
    expect(revert(doc, changes, asKarin(4_000))).toEqual(done)
    expect(caseIn(doc, anna)).toMatchObject({ visit: { start: null }, doctor: { id: jonas } })
  })

  test('[B10] in today it then stands by its time', () => {
    const doc = boardWith(anna, berit)
    for (const id of [anna, berit])
      moveCase(doc, { case: id, to: 'today', before: null }, asKarin())
    scheduleVisit(doc, { case: anna, start: 60_000, doctor: null }, asKarin())
    scheduleVisit(doc, { case: berit, start: 50_000, doctor: null }, asKarin())
    expect(labelsIn(doc, 'today')).toEqual(['Berit', 'Anna'])
  })
})
