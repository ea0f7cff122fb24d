import { describe, expect, test } from 'vitest'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { SHORT_TEXT_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, boardWith, caseIn, karin } from '../support/board.ts'

describe('voidCase', () => {
  test('[B2] a mistaken case leaves the lanes and keeps the reason', () => {
    const doc = boardWith(anna)
    expect(voidCase(doc, { case: anna, reason: 'Dubblett av H-12' }, asKarin(3_000))).toEqual(done)
    expect(caseIn(doc, anna)).toMatchObject({
      lane: 'done',
      closed: { how: 'voided', reason: 'Dubblett av H-12', by: karin, at: 3_000 },
    })
  })

  test('[B2] nobody voids a case without saying why', () => {
    const doc = boardWith(anna)
    for (const reason of ['', '  ', 'x'.repeat(SHORT_TEXT_MAX + 1)]) {
      const outcome = voidCase(doc, { case: anna, reason }, asKarin())
      expect(outcome).toEqual(refused('invalid-value'))
    }
    expect(caseIn(doc, anna).lane).toBe('incoming')
  })
})
