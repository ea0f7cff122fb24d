import { describe, expect, test } from 'vitest'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { prepareHandover } from '../../../shared/commands/prepare-handover.ts'
import { phaseOf } from '../../../shared/handover.ts'
import { NOTE_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, caseIn, fieldIn } from '../support/board.ts'
import { handOverAll, MORNING } from '../support/nights.ts'

describe('prepareHandover', () => {
  test('[F1] a case is put on the list with its words, and each is changed alone', () => {
    const doc = boardWith(anna)
    const plan = { to: 'evening', words: 'Temp kl. 22. Ring om över 39.' } as const
    expect(prepareHandover(doc, { case: anna, ...plan }, asKarin(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'handover')).toEqual({ ...plan, at: 3_000 })
    prepareHandover(doc, { case: anna, to: 'car' }, asSara(4_000))
    expect(fieldIn(doc, anna, 'handover')).toEqual({ ...plan, to: 'car', at: 4_000 })
    prepareHandover(doc, { case: anna, to: null }, asSara(5_000))
    expect(phaseOf(caseIn(doc, anna))).toBe('none')
    expect(fieldIn(doc, anna, 'handover').words).toBe(plan.words)
  })

  test('[F2] words that are changed after it was handed over are still to be told', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    expect(phaseOf(caseIn(doc, anna))).toBe('handed-over')
    prepareHandover(doc, { case: anna, words: 'Ring om över 38' }, asKarin(MORNING - 1))
    expect(phaseOf(caseIn(doc, anna))).toBe('prepared')
  })

  test('[F5] who writes about the next night has looked at the last one', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    bringBack(doc, MORNING)
    prepareHandover(doc, { case: anna, words: 'Vikt i morgon' }, asKarin(MORNING + 1))
    expect(phaseOf(caseIn(doc, anna))).toBe('prepared')
    expect(fieldIn(doc, anna, 'handedOver')).toMatchObject({ lookedBy: 'karin' })
  })

  test('[F1] what came back goes to the next night as it was, in one step', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    bringBack(doc, MORNING)
    const again = { case: anna, to: 'evening', words: 'Temp kl. 22' } as const
    expect(prepareHandover(doc, again, asKarin(MORNING + 1))).toEqual(done)
    expect(phaseOf(caseIn(doc, anna))).toBe('prepared')
    expect(prepareHandover(doc, again, asKarin(MORNING + 2))).toEqual(refused('nothing-changed'))
  })

  test('[B11] what does not fit is refused', () => {
    const doc = boardWith(anna)
    const words = 'x'.repeat(NOTE_MAX + 1)
    const outcome = prepareHandover(doc, { case: anna, to: 'evening', words }, asKarin())
    expect(outcome).toEqual(refused('invalid-value'))
    expect(phaseOf(caseIn(doc, anna))).toBe('none')
  })
})
