import { expect, onTestFinished, test, vi } from 'vitest'
import { Paced } from '../../../server/live/paced.ts'

test('[L1] a task runs at once, then at most once in its time, and never without a call', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const task = vi.fn()
  const paced = new Paced(1_000, task)
  for (let i = 0; i < 5; i++) paced.call()
  expect(task).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(999)
  expect(task).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(task).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(5_000)
  expect(task).toHaveBeenCalledTimes(2)
  paced.call()
  paced.call()
  paced.stop()
  vi.advanceTimersByTime(5_000)
  expect(task).toHaveBeenCalledTimes(3)
})
