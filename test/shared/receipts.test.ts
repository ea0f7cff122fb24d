import { expect, test } from 'vitest'
import { readCases } from '../../shared/read-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { recordReceipt } from '../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { voidCase } from '../../shared/commands/void-case.ts'
import { isReceiptLate, overdueReceipts, receiptDue } from '../../shared/receipts.ts'
import { anna, asKarin, berit, boardWith, cleo, doris } from './support/board.ts'

const at = (iso: string) => Date.parse(`${iso}+01:00`)
/** Good Friday and Easter Monday. */
const daysOff = new Set(['2026-04-03', '2026-04-06'])

test.each([
  ['on Tuesday, on Thursday', '2026-03-10T09:40', '2026-03-12T09:40'],
  ['on Thursday, on Monday', '2026-03-12T15:00', '2026-03-16T15:00'],
  ['on Friday, on Tuesday', '2026-03-13T16:20', '2026-03-17T16:20'],
  ['on Saturday, on Tuesday', '2026-03-14T10:00', '2026-03-17T10:00'],
  ['on Thursday before Easter, on Wednesday', '2026-04-02T10:00', '2026-04-08T10:00'],
])('[B24] the receipt of what was sent %s is due', (_, sent, due) => {
  expect(receiptDue(at(sent), daysOff)).toBe(at(due))
  expect(isReceiptLate(at(sent), at(due) - 60_000, daysOff)).toBe(false)
  expect(isReceiptLate(at(sent), at(due), daysOff)).toBe(true)
})

test('[B24] all that wait too long are listed, the longest first, wherever they stand', () => {
  const doc = boardWith(anna, berit, cleo, doris)
  const sent = { anna: at('2026-03-06T10:00'), berit: at('2026-03-05T10:00') }
  sendHandback(doc, { case: anna, summary: 'Klar' }, asKarin(sent.anna))
  sendHandback(doc, { case: berit, summary: 'Klar' }, asKarin(sent.berit))
  sendHandback(doc, { case: cleo, summary: 'Klar' }, asKarin(at('2026-03-09T17:00')))
  sendHandback(doc, { case: doris, summary: 'Klar' }, asKarin(sent.anna))
  const overdue = () =>
    overdueReceipts(readCases(doc), at('2026-03-11T09:00'), daysOff).map(({ id }) => id)
  expect(overdue()).toEqual([berit, anna, doris])
  moveCase(doc, { case: berit, to: 'today', before: null }, asKarin(at('2026-03-09T10:00')))
  voidCase(doc, { case: doris, reason: 'Fel' }, asKarin(at('2026-03-09T10:00')))
  expect(overdue()).toEqual([berit, anna])
  recordReceipt(doc, { case: berit }, asKarin(at('2026-03-11T08:00')))
  expect(overdue()).toEqual([anna])
})
