import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Presence } from '../../../server/live/presence.ts'
import { HOLD_MS } from '../../../shared/live.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { team } from '../sync/support/fake-gate.ts'

/** Presence with somebody who has two tabs open, and how often it changed since. */
function twoTabs() {
  const onChange = vi.fn()
  const presence = new Presence(onChange)
  const [karin] = team
  for (const tab of ['one', 'two']) if (karin) presence.enter(tab, karin)
  onChange.mockClear()
  return { presence, onChange, holds: () => presence.people.map((person) => person.holds) }
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test('[L2] a hold ends ten seconds after the last sign of life', () => {
  const { presence, onChange, holds } = twoTabs()
  presence.hold('one', anna)
  vi.advanceTimersByTime(HOLD_MS - 1)
  presence.hold('one', anna)
  vi.advanceTimersByTime(HOLD_MS - 1)
  expect(holds()).toEqual([anna])
  expect(onChange).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(holds()).toEqual([null])
  expect(onChange).toHaveBeenCalledTimes(2)
})

test('[L2] another card taken in time is not let go with the first one', () => {
  const { presence, holds } = twoTabs()
  presence.hold('one', anna)
  vi.advanceTimersByTime(HOLD_MS - 1)
  presence.hold('one', berit)
  vi.advanceTimersByTime(HOLD_MS - 1)
  expect(holds()).toEqual([berit])
})

test('[L1] a person with two tabs is here once, with either one’s card, until both are closed', () => {
  const { presence, onChange, holds } = twoTabs()
  presence.hold('two', anna)
  expect(holds()).toEqual([anna])
  presence.leave('two')
  expect(holds()).toEqual([null])
  presence.leave('one')
  expect(presence.isEmpty).toBe(true)
  onChange.mockClear()
  presence.leave('one')
  presence.hold('one', anna)
  vi.advanceTimersByTime(HOLD_MS)
  expect(onChange).not.toHaveBeenCalled()
})
