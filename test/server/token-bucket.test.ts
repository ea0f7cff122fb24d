import { expect, test } from 'vitest'
import { TokenBucket } from '../../server/token-bucket.ts'

test('[W7] a burst is allowed at once, and then the rate', () => {
  let now = 0
  const bucket = new TokenBucket(2, 3, () => now)
  const taken = () => [1, 1, 1, 1].map((amount) => bucket.take(amount))
  expect(taken()).toEqual([true, true, true, false])
  now = 1_500
  expect(bucket.take(2)).toBe(true)
  expect(bucket.take(1)).toBe(false)
})

test('[W7] rest gives no more than the burst, and a clock set back takes nothing', () => {
  let now = 1_000_000
  const bucket = new TokenBucket(1_000, 3, () => now)
  now += 60_000
  expect(bucket.take(3)).toBe(true)
  now -= 120_000
  expect(bucket.take(0)).toBe(true)
})
