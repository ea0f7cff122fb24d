import { describe, expect, test } from 'vitest'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  copyOf,
  exchange,
  fieldIn,
  karin,
  labelsIn,
} from '../support/board.ts'

const judged = () => {
  const doc = boardWith(anna)
  setOutcome(doc, { case: anna, value: 'neither' }, asSara())
  return doc
}
const close = (doc: ReturnType<typeof judged>, at = 5_000) =>
  closeCase(doc, { case: anna }, asKarin(at))

describe('closeCase', () => {
  test('[B9] a case with an outcome is closed and stands in done', () => {
    const doc = judged()
    expect(close(doc)).toEqual(done)
    expect(caseIn(doc, anna).lane).toBe('done')
    expect(fieldIn(doc, anna, 'closed')).toEqual({
      how: 'closed',
      reason: '',
      by: karin,
      at: 5_000,
    })
    expect(close(doc)).toEqual(refused('case-closed'))
  })

  test('[B9] without an outcome it stays open', () => {
    const doc = boardWith(anna)
    expect(close(doc)).toEqual(refused('outcome-missing'))
    expect(caseIn(doc, anna).lane).toBe('incoming')
  })

  test('[B15] from handback it is closed only once the receipt is there', () => {
    const doc = judged()
    sendHandback(doc, { case: anna, summary: 'CRP måndag.' }, asKarin(3_000))
    expect(close(doc)).toEqual(refused('receipt-missing'))
    recordReceipt(doc, { case: anna }, asKarin(4_000))
    expect(close(doc)).toEqual(done)
  })

  test('[B15] a patient who got worse and left handback needs no receipt', () => {
    const doc = judged()
    sendHandback(doc, { case: anna, summary: 'CRP måndag.' }, asKarin(3_000))
    moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(4_000))
    expect(close(doc)).toEqual(done)
  })

  test('[B8] closing wins over a move made at the same time', () => {
    const here = boardWith(anna, berit)
    setOutcome(here, { case: anna, value: 'neither' }, asSara())
    const there = copyOf(here)
    closeCase(here, { case: anna }, asKarin())
    moveCase(there, { case: anna, to: 'acute', before: null }, asSara())
    exchange(here, there)
    for (const doc of [here, there]) {
      expect(labelsIn(doc, 'done')).toEqual(['Anna'])
      expect(labelsIn(doc, 'acute')).toEqual([])
    }
  })
})
