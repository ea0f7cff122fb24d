import { describe, expect, test } from 'vitest'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  cleo,
  fieldIn,
  karin,
  labelsIn,
  sara,
} from '../support/board.ts'

describe('planVisit', () => {
  test('[B14] a planned visit has its time, its crew and its status', () => {
    const doc = boardWith(anna)
    const plan = { start: 50_000, joint: true, crew: [karin, sara] }
    expect(planVisit(doc, { case: anna, ...plan }, asKarin(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'visit')).toEqual({ ...plan, at: 3_000 })
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'planned', by: karin })
  })

  test('[B14] a new time during the visit leaves its status alone', () => {
    const doc = boardWith(anna)
    planVisit(doc, { case: anna, start: 50_000 }, asKarin())
    setVisitStatus(doc, { case: anna, status: 'underway' }, asSara(3_000))
    planVisit(doc, { case: anna, start: 60_000 }, asKarin(4_000))
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'underway', at: 3_000 })
  })

  test('[B14] after a finished visit the next one is planned afresh', () => {
    const doc = boardWith(anna)
    const plan = { case: anna, start: 50_000 }
    planVisit(doc, plan, asKarin())
    setVisitStatus(doc, { case: anna, status: 'finished' }, asSara())
    expect(planVisit(doc, plan, asKarin())).toEqual(done)
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'planned', finished: null })
  })

  test('[B10] a new time moves a case within today to its place in time', () => {
    const doc = boardWith(anna, berit, cleo)
    for (const [id, start] of [
      [anna, 10_000],
      [berit, 20_000],
      [cleo, 30_000],
    ] as const) {
      planVisit(doc, { case: id, start }, asKarin())
      moveCase(doc, { case: id, to: 'today', before: 'natural' }, asKarin())
    }
    planVisit(doc, { case: anna, start: 25_000 }, asKarin(3_000))
    expect(labelsIn(doc, 'today')).toEqual(['Berit', 'Anna', 'Cleo'])
  })

  test('[B10] another crew, or a time for a case in another lane, moves nothing', () => {
    const doc = boardWith(anna, berit)
    planVisit(doc, { case: berit, start: 5_000 }, asKarin(3_000))
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna', 'Berit'])
    for (const id of [anna, berit])
      moveCase(doc, { case: id, to: 'today', before: null }, asKarin())
    planVisit(doc, { case: berit, crew: [sara] }, asKarin(4_000))
    expect(labelsIn(doc, 'today')).toEqual(['Anna', 'Berit'])
  })

  test('[B11] the same plan again changes nothing', () => {
    const doc = boardWith(anna)
    planVisit(doc, { case: anna, start: 50_000 }, asKarin())
    const again = planVisit(doc, { case: anna, start: 50_000 }, asSara())
    expect(again).toEqual(refused('nothing-changed'))
  })

  test('[B11] a plan that does not fit leaves nothing behind', () => {
    const doc = boardWith(anna)
    const outcome = planVisit(doc, { case: anna, start: -1 }, asKarin())
    expect(outcome).toEqual(refused('invalid-value'))
    expect(fieldIn(doc, anna, 'visitStatus').status).toBe('none')
  })
})
