import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Turns } from '../../../client/surfaces/board/turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lanes that draw so many times each, and the order in which they did. */
function lanes(turns: Turns, rounds: Record<string, number>): string[] {
  const drawn: string[] = []
  const wait = (lane: string, left: number) => {
    if (left === 0) return
    turns.wait(() => {
      drawn.push(lane)
      wait(lane, left - 1)
    })
  }
  for (const [lane, left] of Object.entries(rounds)) wait(lane, left)
  return drawn
}

test('lanes draw one at a time, in turn, until none has more to draw', () => {
  const drawn = lanes(new Turns(), { acute: 1, today: 3, followup: 2 })
  expect(drawn).toEqual([])
  vi.advanceTimersToNextTimer()
  expect(drawn).toEqual(['acute'])
  vi.runAllTimers()
  expect(drawn).toEqual(['acute', 'today', 'followup', 'today', 'followup', 'today'])
})

test('a lane that is gone does not draw, nor hold up the next', () => {
  const turns = new Turns()
  const [gone, next] = [vi.fn(), vi.fn()]
  const withdraw = turns.wait(gone)
  turns.wait(next)
  withdraw()
  vi.runAllTimers()
  expect(gone).not.toHaveBeenCalled()
  expect(next).toHaveBeenCalledOnce()
})

test('a lane that comes when all is drawn has its turn too', () => {
  const turns = new Turns()
  lanes(turns, { acute: 1 })
  vi.runAllTimers()
  const drawn = lanes(turns, { today: 1 })
  vi.runAllTimers()
  expect(drawn).toEqual(['today'])
})

test('[U59] while it is held no lane draws', () => {
  const turns = new Turns()
  const drawn = lanes(turns, { acute: 2, today: 1 })
  turns.hold()
  vi.runAllTimers()
  lanes(turns, { followup: 1 })
  vi.runAllTimers()
  expect(drawn).toEqual([])
  turns.release()
  vi.runAllTimers()
  expect(drawn).toEqual(['acute', 'today', 'acute'])
})
