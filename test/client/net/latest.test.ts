import { expect, onTestFinished, test, vi } from 'vitest'
import { Latest } from '../../../client/net/latest.ts'

test('[L1] of many values in a moment the first is passed on at once and the last in time', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const send = vi.fn()
  const latest = new Latest<number>(1_000, send)
  for (const value of [1, 2, 3]) latest.say(value)
  expect(send.mock.calls).toEqual([[1]])
  vi.advanceTimersByTime(1_000)
  expect(send.mock.calls).toEqual([[1], [3]])
  vi.advanceTimersByTime(5_000)
  latest.say(4)
  latest.say(5)
  latest.stop()
  vi.advanceTimersByTime(5_000)
  expect(send.mock.calls).toEqual([[1], [3], [4]])
})
