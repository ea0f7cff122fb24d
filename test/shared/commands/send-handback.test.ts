import { describe, expect, test } from 'vitest'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { NOTE_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  fieldIn,
  karin,
  labelsIn,
} from '../support/board.ts'

const handback = { case: anna, summary: 'Antibiotika till fredag, CRP måndag.' }

describe('sendHandback', () => {
  test('[B15] the case waits in handback for the receipt', () => {
    const doc = boardWith(anna)
    expect(sendHandback(doc, handback, asKarin(3_000))).toEqual(done)
    expect(labelsIn(doc, 'handback')).toEqual(['Anna'])
    expect(fieldIn(doc, anna, 'handback')).toEqual({
      summary: handback.summary,
      sentAt: 3_000,
      sentBy: karin,
      receivedAt: null,
      receivedBy: null,
      at: 3_000,
    })
  })

  test('[B10] a case that stands in handback already keeps its spot', () => {
    const doc = boardWith(anna, berit)
    moveCase(doc, { case: berit, to: 'handback', before: null }, asKarin())
    moveCase(doc, { case: anna, to: 'handback', before: berit }, asKarin())
    const before = fieldIn(doc, anna, 'place')
    sendHandback(doc, handback, asKarin(3_000))
    expect(fieldIn(doc, anna, 'place')).toEqual(before)
  })

  test('[B15] a new summary is sent anew and awaits a receipt of its own', () => {
    const doc = boardWith(anna)
    sendHandback(doc, handback, asKarin(3_000))
    recordReceipt(doc, handback, asKarin(4_000))
    expect(sendHandback(doc, handback, asKarin(5_000))).toEqual(refused('nothing-changed'))
    expect(sendHandback(doc, { case: anna, summary: 'CRP tisdag.' }, asSara(6_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'handback')).toMatchObject({ sentAt: 6_000, receivedAt: null })
  })

  test('[B11] a summary without words or with too many leaves the case where it is', () => {
    const doc = boardWith(anna)
    for (const summary of [' ', 'x'.repeat(NOTE_MAX + 1)]) {
      const outcome = sendHandback(doc, { case: anna, summary }, asKarin())
      expect(outcome).toEqual(refused('invalid-value'))
    }
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna'])
  })
})
