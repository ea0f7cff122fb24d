import { expect, onTestFinished, test, vi } from 'vitest'
import { Rounds } from '../../server/rounds.ts'

test('[Q2] [Y5] [Z3] a round is gone now and every so often, never two at once, and stopping waits for it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const ends: (() => void)[] = []
  const rounds = new Rounds(() => new Promise((resolve) => ends.push(resolve)))
  const stop = rounds.every(1_000)
  expect(ends).toHaveLength(1)
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
  await vi.advanceTimersByTimeAsync(5_000)
  expect(stopped).toHaveBeenCalledOnce()
  expect(ends).toHaveLength(2)
})

test('[Q2] [Y6] [Z3] one that fails is not the last', async () => {
  const goRound = vi.fn(async () => {
    throw new Error('not now')
  })
  const rounds = new Rounds(goRound)
  for (let i = 0; i < 2; i++) await expect(rounds.go()).rejects.toThrow('not now')
  expect(goRound).toHaveBeenCalledTimes(2)
})
