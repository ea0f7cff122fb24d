import { describe, expect, test } from 'vitest'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import type { OutcomeName } from '../../../shared/case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, caseIn, fieldIn, sara } from '../support/board.ts'

const finish = (doc: ReturnType<typeof boardWith>, outcome: OutcomeName = 'hospital-avoided') =>
  finishCase(doc, { case: anna, outcome }, asSara(5_000))

describe('finishCase', () => {
  test('[B9] one tap sets the outcome and closes', () => {
    const doc = boardWith(anna)
    expect(finish(doc)).toEqual(done)
    expect(caseIn(doc, anna).lane).toBe('done')
    expect(fieldIn(doc, anna, 'outcome')).toEqual({
      value: 'hospital-avoided',
      by: sara,
      at: 5_000,
    })
    expect(finish(doc)).toEqual(refused('case-closed'))
  })

  test('[B9] an outcome that was set before closes too', () => {
    const doc = boardWith(anna)
    setOutcome(doc, { case: anna, value: 'hospital-avoided' }, asKarin())
    expect(finish(doc)).toEqual(done)
    expect(fieldIn(doc, anna, 'outcome').at).toBe(2_000)
  })

  test('[B15] a case that waits for its receipt is not closed and gets no outcome', () => {
    const doc = boardWith(anna)
    sendHandback(doc, { case: anna, summary: 'CRP måndag.' }, asKarin(3_000))
    expect(finish(doc)).toEqual(refused('receipt-missing'))
    expect(fieldIn(doc, anna, 'outcome').value).toBeNull()
    recordReceipt(doc, { case: anna }, asKarin(4_000))
    expect(finish(doc)).toEqual(done)
  })

  test('[B11] what is no outcome closes nothing', () => {
    const doc = boardWith(anna)
    expect(finish(doc, 'cured' as OutcomeName)).toEqual(refused('invalid-value'))
    expect(caseIn(doc, anna).lane).toBe('incoming')
  })
})
