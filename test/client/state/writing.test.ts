import { expect, onTestFinished, test, vi } from 'vitest'
import { WritingState } from '../../../client/state/writing.svelte.ts'
import type { Writing } from '../../../shared/live.ts'
import { anna, karin } from '../../shared/support/board.ts'

const at = (part: Writing['part']): Writing => ({ case: anna, part, caret: null })

test('[L3] each stroke tells where one writes at most once a second, and the latest last', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const send = vi.fn()
  const writing = new WritingState(karin, send)
  for (let i = 0; i < 5; i++) writing.write(at('situation'))
  writing.write(at('background'))
  expect(send.mock.calls).toEqual([[at('situation')]])
  vi.advanceTimersByTime(1_000)
  expect(send.mock.calls.slice(1)).toEqual([[at('background')]])
  vi.advanceTimersByTime(10_000)
  expect(send).toHaveBeenCalledTimes(2)
  writing.write(at('situation'))
  writing.write(at('situation'))
  writing.write(null)
  vi.advanceTimersByTime(10_000)
  expect(send.mock.calls.slice(2)).toEqual([[at('situation')], [null]])
})
