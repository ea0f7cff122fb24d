import { expect, test } from 'vitest'
import { Receipts, type Receipt } from '../../../server/sync/receipts.ts'

type Step = ['update' | 'step2', 'gap' | 'no gap', Receipt]

test.each<[string, Step[]]>([
  [
    'whole messages are confirmed',
    [
      ['step2', 'no gap', 'confirm'],
      ['update', 'no gap', 'confirm'],
    ],
  ],
  [
    'after a gap nothing is confirmed before the client has sent all it has',
    [
      ['update', 'gap', 'ask'],
      ['update', 'gap', 'wait'],
      ['update', 'no gap', 'wait'],
      ['step2', 'no gap', 'confirm'],
      ['update', 'gap', 'ask'],
    ],
  ],
])('[A2] %s', (_name, steps) => {
  const receipts = new Receipts()
  for (const [message, gap, receipt] of steps)
    expect(receipts.note(gap === 'gap', message === 'step2')).toBe(receipt)
  expect(receipts.received).toBe(steps.length)
})
