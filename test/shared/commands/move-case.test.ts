import { describe, expect, test } from 'vitest'
import type { CaseFields } from '../../../shared/case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { rank } from '../../../shared/rank.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  cameAt,
  caseNumber,
  cleo,
  copyOf,
  doris,
  entryIn,
  exchange,
  fieldIn,
  karin,
  labelsIn,
} from '../support/board.ts'

const put = (doc: Parameters<typeof moveCase>[0], id: CaseId, place: CaseFields['place']) =>
  entryIn(doc, id).set('place', place)

describe('moveCase', () => {
  test.each([
    [anna, ['Cleo', 'Anna', 'Berit']],
    [berit, ['Anna', 'Cleo', 'Berit']],
    [null, ['Anna', 'Berit', 'Cleo']],
    [caseNumber(99), ['Anna', 'Berit', 'Cleo']],
  ])('[B4] before %s the case stands in %j', (before, expected) => {
    const doc = boardWith(anna, berit, cleo)
    moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin())
    moveCase(doc, { case: berit, to: 'acute', before: null }, asKarin())
    expect(moveCase(doc, { case: cleo, to: 'acute', before }, asKarin(3_000))).toEqual(done)
    expect(labelsIn(doc, 'acute')).toEqual(expected)
    expect(labelsIn(doc, 'incoming')).toEqual([])
    expect(fieldIn(doc, cleo, 'place').at).toBe(3_000)
  })

  test('[B11] a case that stands there already is not moved', () => {
    const doc = boardWith(anna, berit, cleo)
    const place = fieldIn(doc, berit, 'place')
    put(doc, berit, { ...place, rank: rank.parse('a1V') })
    for (const [id, before] of [
      [anna, berit],
      [berit, cleo],
      [cleo, null],
      [cleo, 'natural'],
    ] as const) {
      const outcome = moveCase(doc, { case: id, to: 'incoming', before }, asKarin(3_000))
      expect(outcome).toEqual(refused('nothing-changed'))
    }
    expect(fieldIn(doc, anna, 'place').at).toBe(1_000)
  })

  test('[B9] nobody moves a case to done by hand', () => {
    const doc = boardWith(anna)
    const outcome = moveCase(doc, { case: anna, to: 'done', before: null }, asKarin())
    expect(outcome).toEqual(refused('close-needs-outcome'))
  })

  test('[B4] two people who move one case at once leave it in one place', () => {
    const here = boardWith(anna, berit)
    const there = copyOf(here)
    moveCase(here, { case: anna, to: 'acute', before: null }, asKarin())
    moveCase(there, { case: anna, to: 'today', before: null }, asSara())
    const written = [fieldIn(here, anna, 'place'), fieldIn(there, anna, 'place')]
    exchange(here, there)
    expect(written).toContainEqual(fieldIn(here, anna, 'place'))
    expect(fieldIn(there, anna, 'place')).toEqual(fieldIn(here, anna, 'place'))
    expect(labelsIn(here, 'incoming')).toEqual(['Berit'])
  })

  test('[B5] a move into a tie steps over it', () => {
    const doc = boardWith(anna, berit, cleo)
    const tie = { lane: 'acute', rank: rank.parse('a5'), at: 1_500 } as const
    put(doc, anna, tie)
    put(doc, berit, tie)
    moveCase(doc, { case: cleo, to: 'acute', before: berit }, asKarin())
    expect(labelsIn(doc, 'acute')).toEqual(['Anna', 'Berit', 'Cleo'])
    moveCase(doc, { case: cleo, to: 'acute', before: anna }, asKarin())
    expect(labelsIn(doc, 'acute')).toEqual(['Cleo', 'Anna', 'Berit'])
  })

  test('[B10] in acute the unseen stand first and then the oldest', () => {
    const doc = boardWith(anna, berit, cleo, doris)
    cameAt(doc, anna, 100)
    cameAt(doc, berit, 300)
    cameAt(doc, cleo, 200)
    cameAt(doc, doris, 50)
    markSeen(doc, { case: doris }, asSara())
    for (const id of [doris, berit, anna, cleo])
      moveCase(doc, { case: id, to: 'acute', before: 'natural' }, asKarin())
    expect(labelsIn(doc, 'acute')).toEqual(['Anna', 'Cleo', 'Berit', 'Doris'])
  })

  test('[B10] in today visits stand by planned time, those without a time last', () => {
    const doc = boardWith(anna, berit, cleo)
    planVisit(doc, { case: berit, start: 20_000 }, asKarin())
    planVisit(doc, { case: cleo, start: 10_000 }, asKarin())
    for (const id of [anna, berit, cleo])
      moveCase(doc, { case: id, to: 'today', before: 'natural' }, asKarin())
    expect(labelsIn(doc, 'today')).toEqual(['Cleo', 'Berit', 'Anna'])
  })

  test('[B10] elsewhere cases stand by due time and then by age', () => {
    const doc = boardWith(anna, berit, cleo, doris)
    planFollowUp(doc, { case: doris, due: 90_000 }, asKarin())
    cameAt(doc, anna, 300)
    cameAt(doc, berit, 100)
    for (const id of [cleo, anna, berit, doris])
      moveCase(doc, { case: id, to: 'followup', before: 'natural' }, asKarin())
    expect(labelsIn(doc, 'followup')).toEqual(['Doris', 'Berit', 'Anna', 'Cleo'])
  })

  test('[B21] a case put in acute is called acute in the same change', () => {
    const doc = boardWith(anna)
    moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin())
    expect(fieldIn(doc, anna, 'priority')).toEqual({ level: 'acute', by: karin, at: 2_000 })
  })
})
