import { expect, test } from 'vitest'
import { isAcute, isUnseenAcute } from '../../shared/acute.ts'

test.each([
  ['acute', 'today', true, true],
  ['incoming', 'acute', true, true],
  ['incoming', 'today', false, false],
  ['today', 'acute', false, true],
  ['today', 'acute', true, false],
  ['done', 'acute', false, false],
] as const)('[B21] in %s with priority %s, seen %s, it waits as acute: %s', (...row) => {
  const [lane, priority, seen, waits] = row
  expect(isAcute({ lane, priority, seen })).toBe(waits)
  expect(isUnseenAcute({ lane, priority, seen })).toBe(waits && !seen)
})
