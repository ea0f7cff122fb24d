import { describe, expect, test } from 'vitest'
import type { VisitStatus } from '../../../shared/case.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asSara, boardWith, fieldIn, sara } from '../support/board.ts'

/** Taps these statuses, one each thousand from 3 000. */
function after(...taps: VisitStatus[]) {
  const doc = boardWith(anna)
  taps.forEach((status, i) => setVisitStatus(doc, { case: anna, status }, asSara((3 + i) * 1_000)))
  return doc
}

describe('setVisitStatus', () => {
  test('[B14] each step keeps the time at which it was tapped', () => {
    const doc = after('planned', 'underway', 'arrived', 'finished')
    expect(fieldIn(doc, anna, 'visitStatus')).toEqual({
      status: 'finished',
      underway: 4_000,
      arrived: 5_000,
      finished: 6_000,
      by: sara,
      at: 6_000,
    })
  })

  test('[B14] a doctor can arrive without a plan; steps not taken have no time', () => {
    const doc = after('arrived')
    const times = { underway: null, arrived: 3_000, finished: null }
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'arrived', ...times })
  })

  test('[B14] one step back takes that step’s time away and keeps the others', () => {
    const doc = after('underway', 'arrived', 'underway')
    const times = { underway: 3_000, arrived: null, finished: null }
    expect(fieldIn(doc, anna, 'visitStatus')).toMatchObject({ status: 'underway', ...times })
  })

  test.each([
    ['finished', 'underway'],
    ['arrived', 'planned'],
    ['underway', 'none'],
    ['underway', 'asleep'],
    ['none', 'asleep'],
  ] as [VisitStatus, VisitStatus][])('[B14] from %s nobody goes to %s', (from, to) => {
    const doc = after(from)
    const before = fieldIn(doc, anna, 'visitStatus')
    const outcome = setVisitStatus(doc, { case: anna, status: to }, asSara(9_000))
    expect(outcome).toEqual(refused('invalid-value'))
    expect(fieldIn(doc, anna, 'visitStatus')).toEqual(before)
  })

  test('[B14] a planned visit can be called off', () => {
    const doc = after('planned')
    expect(setVisitStatus(doc, { case: anna, status: 'none' }, asSara())).toEqual(done)
  })

  test('[B11] the same step again keeps its first time', () => {
    const doc = after('underway')
    const again = setVisitStatus(doc, { case: anna, status: 'underway' }, asSara(9_000))
    expect(again).toEqual(refused('nothing-changed'))
    expect(fieldIn(doc, anna, 'visitStatus').underway).toBe(3_000)
  })
})
