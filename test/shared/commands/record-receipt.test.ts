import { describe, expect, test } from 'vitest'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, fieldIn, karin } from '../support/board.ts'

const handback = { case: anna, summary: 'CRP måndag.' }

describe('recordReceipt', () => {
  test('[B15] the receipt says who recorded it and when', () => {
    const doc = boardWith(anna)
    sendHandback(doc, handback, asSara(3_000))
    expect(recordReceipt(doc, { case: anna }, asKarin(4_000))).toEqual(done)
    const receipt = { receivedAt: 4_000, receivedBy: karin }
    expect(fieldIn(doc, anna, 'handback')).toMatchObject({ sentAt: 3_000, ...receipt })
  })

  test('[B15] there is no receipt for what was not sent, and none twice', () => {
    const doc = boardWith(anna)
    expect(recordReceipt(doc, { case: anna }, asKarin())).toEqual(refused('handback-not-sent'))
    sendHandback(doc, handback, asSara(3_000))
    recordReceipt(doc, { case: anna }, asKarin(4_000))
    expect(recordReceipt(doc, { case: anna }, asSara(5_000))).toEqual(refused('nothing-changed'))
  })

  test('[B8] a receipt that comes after the case has ended is recorded', () => {
    const doc = boardWith(anna)
    sendHandback(doc, handback, asSara(3_000))
    voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
    expect(recordReceipt(doc, { case: anna }, asKarin(4_000))).toEqual(done)
  })
})
