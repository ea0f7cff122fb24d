import { expect, test } from 'vitest'
import { Receipts, type Receipt } from '../../../server/sync/receipts.ts'

type Step = ['update' | 'step2', 'admitted' | 'gap', Receipt]

test.each<[string, Step[]]>([
  [
    'whole messages are confirmed',
    [
      ['step2', 'admitted', 'confirm'],
      ['update', 'admitted', 'confirm'],
    ],
  ],
  [
    'after a gap nothing is confirmed before the client has sent all it has',
    [
      ['update', 'gap', 'ask'],
      ['update', 'gap', 'wait'],
      ['update', 'admitted', 'wait'],
      ['step2', 'admitted', 'confirm'],
      ['update', 'gap', 'ask'],
    ],
  ],
  [
    'a client that cannot fill the gap is asked again only when it changes something',
    [
      ['step2', 'gap', 'ask'],
      ['step2', 'gap', 'wait'],
      ['update', 'gap', 'ask'],
      ['step2', 'gap', 'wait'],
      ['step2', 'gap', 'ask'],
    ],
  ],
])('[A2] %s', (_name, steps) => {
  const receipts = new Receipts()
  for (const [message, outcome, receipt] of steps)
    expect(receipts.note(outcome, message === 'step2')).toBe(receipt)
  expect(receipts.received).toBe(steps.length)
})
