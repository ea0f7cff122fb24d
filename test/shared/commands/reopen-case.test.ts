import { describe, expect, test } from 'vitest'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { OpenLane } from '../../../shared/lane.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, berit, boardWith, caseIn, karin, labelsIn } from '../support/board.ts'

const voided = (doc: ReturnType<typeof boardWith>) => {
  voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
  return doc
}

describe('reopenCase', () => {
  test('[B10] it comes back at its natural spot in the lane asked for', () => {
    const doc = boardWith(anna, berit)
    planVisit(doc, { case: anna, start: 10_000 }, asKarin())
    planVisit(doc, { case: berit, start: 20_000 }, asKarin())
    moveCase(doc, { case: berit, to: 'today', before: null }, asKarin())
    voided(doc)
    expect(reopenCase(doc, { case: anna, to: 'today' }, asKarin(3_000))).toEqual(done)
    expect(labelsIn(doc, 'today')).toEqual(['Anna', 'Berit'])
    const open = { how: null, reason: '', by: karin, at: 3_000 }
    expect(caseIn(doc, anna).closed).toEqual(open)
  })

  test('[B8] it can come back to the lane that it was closed in', () => {
    const doc = voided(boardWith(anna))
    expect(reopenCase(doc, { case: anna, to: 'incoming' }, asKarin())).toEqual(done)
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna'])
  })

  test('[B8] an open case is not reopened', () => {
    const outcome = reopenCase(boardWith(anna), { case: anna, to: 'today' }, asKarin())
    expect(outcome).toEqual(refused('case-not-closed'))
  })

  test('[B9] nobody reopens a case into done', () => {
    const doc = voided(boardWith(anna))
    const outcome = reopenCase(doc, { case: anna, to: 'done' as OpenLane }, asKarin())
    expect(outcome).toEqual(refused('invalid-value'))
    expect(caseIn(doc, anna).lane).toBe('done')
  })
})
