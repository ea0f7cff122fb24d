import { expect, test, vi } from 'vitest'
import { Rounds } from '../../server/rounds.ts'

test('[Q2] [Y5] [Z3] a round is gone now and every so often, never two at once, and stopping waits for it', async () => {
  vi.useFakeTimers()
  const ends: (() => void)[] = []
  const rounds = new Rounds(() => new Promise((resolve) => ends.push(resolve)))
  const stop = rounds.every(1_000)
  void rounds.go()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ends).toHaveLength(2)
  const stopped = vi.fn()
  void stop().then(stopped)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(stopped).not.toHaveBeenCalled()
  ends[1]?.()
  await vi.waitFor(() => expect(stopped).toHaveBeenCalled())
  expect(ends).toHaveLength(2)
  vi.useRealTimers()
})
