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

test('[L8] a person’s windows are told of once each, and only when they show something else', () => {
  const { presence, onChange } = twoTabs()
  const views = () => presence.people.map((person) => person.views)
  const board = { surface: 'board', case: anna } as const
  presence.view('one', board)
  presence.view('one', { ...board })
  presence.view('nowhere', board)
  expect(onChange).toHaveBeenCalledTimes(1)
  presence.view('two', { ...board })
  expect(views()).toEqual([[board]])
  presence.view('two', { ...board, case: berit })
  expect(views()).toEqual([[board, { ...board, case: berit }]])
  presence.leave('one')
  expect(views()).toEqual([[{ ...board, case: berit }]])
})

test('[L8] of somebody with very many windows some are told', () => {
  const { presence } = twoTabs()
  const [karin] = team
  const surfaces = ['board', 'day', 'plan', 'handover', 'meeting', 'archive'] as const
  for (const [i, surface] of [...surfaces, ...surfaces].entries()) {
    if (karin) presence.enter(`window ${i}`, karin)
    presence.view(`window ${i}`, { surface, case: i < 5 ? anna : berit })
  }
  const views = presence.people[0]?.views ?? []
  expect(views).toHaveLength(5)
  expect(views.at(-1)).toEqual({ surface: 'archive', case: berit }) // the newest of them
})

test('[L1] somebody is here since the first of their windows came, on the server’s clock', () => {
  vi.setSystemTime(1_000)
  const { presence } = twoTabs()
  vi.setSystemTime(60_000)
  const [karin] = team
  if (karin) for (const tab of ['one', 'three']) presence.enter(tab, karin)
  expect(presence.people.map(({ since }) => since)).toEqual([1_000])
})
