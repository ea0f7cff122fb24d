import { beforeEach, expect, test } from 'vitest'
import { WallFreshness } from '../../../client/surfaces/wall/freshness.svelte.ts'

const SECOND = 1_000
let wall = 0
let steady = 0
let freshness: WallFreshness

/** Both clocks go on, and the wall looks at them as it does each second. */
const pass = (seconds: number) => {
  wall += seconds * SECOND
  steady += seconds * SECOND
  return freshness.check()
}

beforeEach(() => {
  wall = 5_000_000
  steady = 0
  freshness = new WallFreshness({ wall: () => wall, steady: () => steady })
  freshness.heard(1_000)
})

test('[U5] it waits after twenty seconds of silence, and lives again with the next word', () => {
  pass(19)
  expect(freshness.state).toBe('live')
  pass(1)
  expect(freshness.state).toBe('waiting')
  expect(freshness.confirmedAt).toBe(1_000)
  freshness.heard(22_000)
  expect(freshness.state).toBe('live')
  expect(freshness.confirmedAt).toBe(22_000)
})

test('[U5] it freezes once after sixty, and says so once', () => {
  expect(pass(59)).toBe(false)
  expect(pass(1)).toBe(true)
  expect(freshness.state).toBe('frozen')
  expect(pass(1)).toBe(false)
})

test('[U5] frozen, it stays so whatever it hears, until all is loaded anew', () => {
  pass(60)
  freshness.heard(90_000)
  expect(pass(1)).toBe(false)
  expect(freshness.state).toBe('frozen')
  expect(freshness.confirmedAt).toBe(1_000)
  freshness.loaded()
  expect(freshness.state).toBe('live')
  expect(freshness.confirmedAt).toBe(90_000)
})

test('[U5] a clock that is set back does not hide the silence', () => {
  wall -= 3_600 * SECOND
  pass(60)
  expect(freshness.state).toBe('frozen')
})

test('[U5] neither does a machine that slept', () => {
  wall += 3_600 * SECOND
  expect(freshness.check()).toBe(true)
})
