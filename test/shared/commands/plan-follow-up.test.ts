import { describe, expect, test } from 'vitest'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { SHORT_TEXT_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, berit, boardWith, fieldIn, labelsIn } from '../support/board.ts'

describe('planFollowUp', () => {
  test('[B6] it says what to check, when, and what should make somebody call', () => {
    const doc = boardWith(anna)
    const plan = { due: 90_000, check: 'Temp, CRP', callIf: 'Feber över 39' }
    expect(planFollowUp(doc, { case: anna, ...plan }, asKarin(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'followUp')).toEqual({ ...plan, at: 3_000 })
    planFollowUp(doc, { case: anna, check: 'CRP' }, asKarin(4_000))
    expect(fieldIn(doc, anna, 'followUp')).toEqual({ ...plan, check: 'CRP', at: 4_000 })
  })

  test('[B10] a new time moves a case within followup to its place in time', () => {
    const doc = boardWith(anna, berit)
    for (const id of [anna, berit]) {
      planFollowUp(doc, { case: id, due: id === anna ? 50_000 : 60_000 }, asKarin())
      moveCase(doc, { case: id, to: 'followup', before: 'natural' }, asKarin())
    }
    planFollowUp(doc, { case: anna, due: 70_000 }, asKarin(3_000))
    expect(labelsIn(doc, 'followup')).toEqual(['Berit', 'Anna'])
    moveCase(doc, { case: anna, to: 'followup', before: berit }, asKarin(4_000))
    planFollowUp(doc, { case: anna, check: 'Vikt' }, asKarin(5_000))
    expect(labelsIn(doc, 'followup')).toEqual(['Anna', 'Berit'])
  })

  test('[B11] what does not fit or says nothing new is refused', () => {
    const doc = boardWith(anna)
    const long = { case: anna, due: 90_000, check: 'x'.repeat(SHORT_TEXT_MAX + 1) }
    expect(planFollowUp(doc, long, asKarin())).toEqual(refused('invalid-value'))
    expect(fieldIn(doc, anna, 'followUp').due).toBeNull()
    const none = planFollowUp(doc, { case: anna, due: null }, asKarin())
    expect(none).toEqual(refused('nothing-changed'))
  })
})
