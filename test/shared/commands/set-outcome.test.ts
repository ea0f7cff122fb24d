import { describe, expect, test } from 'vitest'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import type { OutcomeName } from '../../../shared/case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, fieldIn, karin, sara } from '../support/board.ts'

describe('setOutcome', () => {
  test('[B6] an outcome is kept with who judged', () => {
    const doc = boardWith(anna)
    expect(setOutcome(doc, { case: anna, value: 'hospital-avoided' }, asSara(3_000))).toEqual(done)
    const judged = { value: 'hospital-avoided', by: sara, at: 3_000 }
    expect(fieldIn(doc, anna, 'outcome')).toEqual(judged)
    expect(setOutcome(doc, { case: anna, value: 'hospital-avoided' }, asKarin())).toEqual(
      refused('nothing-changed'),
    )
    expect(fieldIn(doc, anna, 'outcome')).toEqual(judged)
  })

  test('[B6] another judgement replaces it', () => {
    const doc = boardWith(anna)
    setOutcome(doc, { case: anna, value: 'hospital-avoided' }, asSara(3_000))
    setOutcome(doc, { case: anna, value: 'sent-in' }, asKarin(4_000))
    expect(fieldIn(doc, anna, 'outcome')).toEqual({ value: 'sent-in', by: karin, at: 4_000 })
  })

  test('[B11] an outcome that does not exist is refused', () => {
    const value = 'cured' as OutcomeName
    expect(setOutcome(boardWith(anna), { case: anna, value }, asSara())).toEqual(
      refused('invalid-value'),
    )
  })
})
