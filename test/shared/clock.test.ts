import { expect, test } from 'vitest'
import { HybridClock, timestamp } from '../../shared/clock.ts'
import fc from '../support/fast-check.ts'

test('[B20] it tells the machine’s time while that goes forward', () => {
  let now = 1_000.7
  const clock = new HybridClock(() => now)
  expect(clock.tick()).toBe(1_000)
  now = 5_000
  expect(clock.tick()).toBe(5_000)
})

test('[B20] a later decision has the larger time, also after another’s clock ran ahead', () => {
  const clock = new HybridClock(() => 1_000)
  clock.observe(9_000)
  expect(clock.tick()).toBe(9_001)
  clock.observe(3_000)
  expect(clock.tick()).toBe(9_002)
})

test('[B20] whatever clocks do, times only grow and pass all that was seen', () => {
  const event = fc.oneof(
    fc.record({ now: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ sees: fc.integer({ min: 0, max: 10_000 }) }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 50, size: 'max' }), (events) => {
      let now = 0
      let largest = -1
      const clock = new HybridClock(() => now)
      for (const event of events) {
        if ('now' in event) now = event.now
        else {
          clock.observe(event.sees)
          largest = Math.max(largest, event.sees)
        }
        const at = clock.tick()
        expect(at).toBeGreaterThan(largest)
        expect(timestamp.safeParse(at).success).toBe(true)
        largest = at
      }
    }),
  )
})
