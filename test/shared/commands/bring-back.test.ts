import { describe, expect, test } from 'vitest'
import { dutyOf } from '../../../shared/board-document.ts'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { lookAtHandover } from '../../../shared/commands/look-at-handover.ts'
import { isBack, phaseOf } from '../../../shared/handover.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  cleo,
  doris,
  fieldIn,
  labelsIn,
} from '../support/board.ts'
import { EVENING, handOverAll, MORNING } from '../support/nights.ts'

describe('bringBack', () => {
  test('[F4] what the night has had stands first in its lane, in its order there', () => {
    const doc = boardWith(anna, berit, cleo, doris)
    handOverAll(doc, [berit, doris])
    expect(bringBack(doc, MORNING - 1)).toEqual(refused('nothing-changed'))
    expect(bringBack(doc, MORNING)).toEqual(done)
    expect(labelsIn(doc, 'incoming')).toEqual(['Berit', 'Doris', 'Anna', 'Cleo'])
    expect([berit, doris, anna].map((id) => isBack(caseIn(doc, id)))).toEqual([true, true, false])
  })

  test('[F4] it comes once, and not where it was closed meanwhile', () => {
    const doc = boardWith(anna, berit)
    handOverAll(doc, [anna, berit])
    finishCase(doc, { case: berit, outcome: 'sent-in' }, asSara(EVENING + 1))
    bringBack(doc, MORNING)
    expect(fieldIn(doc, berit, 'handedOver').backAt).toBeNull()
    expect(bringBack(doc, MORNING + 1)).toEqual(refused('nothing-changed'))
  })

  test('[F4] over a public holiday it stays with the night', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    dutyOf(doc).set('daysOff', ['2026-03-10'])
    expect(bringBack(doc, MORNING)).toEqual(refused('nothing-changed'))
  })

  test('[K3] its values are as old as those that they follow', () => {
    const doc = boardWith(anna, berit)
    handOverAll(doc, [berit])
    const { at } = fieldIn(doc, berit, 'place')
    bringBack(doc, MORNING)
    expect(fieldIn(doc, berit, 'place').at).toBe(at)
    expect(fieldIn(doc, berit, 'handedOver')).toMatchObject({ backAt: MORNING, at: EVENING })
  })
})

describe('lookAtHandover', () => {
  test('[F5] who looks at it makes it the day’s again; the words stay for the next evening', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    const look = (at: number) => lookAtHandover(doc, { case: anna }, asKarin(at))
    expect(look(EVENING + 1)).toEqual(refused('nothing-changed'))
    bringBack(doc, MORNING)
    expect(look(MORNING + 1)).toEqual(done)
    expect(phaseOf(caseIn(doc, anna))).toBe('none')
    expect(caseIn(doc, anna)).toMatchObject({
      handover: { to: null, words: 'Temp kl. 22' },
      handedOver: { to: 'evening', lookedAt: MORNING + 1, lookedBy: 'karin' },
    })
  })
})
