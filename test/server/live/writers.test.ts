import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Writers } from '../../../server/live/writers.ts'
import { WRITING_MS, type Writing } from '../../../shared/live.ts'
import { anna } from '../../shared/support/board.ts'
import { team } from '../sync/support/fake-gate.ts'

const at = (part: Writing['part']): Writing => ({ case: anna, part, caret: null })

function openWriters() {
  const onChange = vi.fn()
  const writers = new Writers(onChange)
  const [karin, amina] = team
  if (!karin || !amina) throw new Error('the team is not complete')
  const parts = () => writers.all.map(({ id, part }) => [id, part])
  return { writers, onChange, parts, karin, amina }
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test('[L4] whoever writes no more is gone ten seconds after the last sign of it', () => {
  const { writers, onChange, parts, karin } = openWriters()
  writers.write('one', karin, at('situation'))
  vi.advanceTimersByTime(WRITING_MS - 1)
  writers.write('one', karin, at('situation'))
  vi.advanceTimersByTime(WRITING_MS - 1)
  expect(parts()).toEqual([['karin', 'situation']])
  onChange.mockClear()
  vi.advanceTimersByTime(1)
  expect(parts()).toEqual([])
  expect(onChange).toHaveBeenCalledTimes(1)
})

test('[L4] whoever leaves the text or the board is gone at once, others are not', () => {
  const { writers, parts, karin, amina } = openWriters()
  writers.write('one', karin, at('situation'))
  writers.write('two', amina, at('situation'))
  writers.write('one', karin, null)
  expect(parts()).toEqual([['amina', 'situation']])
  writers.stop('two')
  expect(parts()).toEqual([])
})

test('[L3] a person writes in one place, the latest; the window before it says nothing more', () => {
  const { writers, parts, karin } = openWriters()
  writers.write('one', karin, at('situation'))
  writers.write('two', karin, at('background'))
  expect(parts()).toEqual([['karin', 'background']])
  writers.write('one', karin, null)
  expect(parts()).toEqual([['karin', 'background']])
})
