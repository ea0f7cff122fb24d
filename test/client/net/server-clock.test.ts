import { expect, test } from 'vitest'
import { ServerClock } from '../../../client/net/server-clock.ts'

test('the server’s time is the local one, corrected by the sample that travelled fastest', () => {
  let local = 1_000
  const clock = new ServerClock(() => local)
  expect(clock.now()).toBe(1_000)
  clock.observe(61_000 - 400)
  clock.observe(61_000 - 20)
  clock.observe(61_000 - 300)
  expect(clock.now()).toBe(60_980)
  local = 5_000
  expect(clock.now()).toBe(64_980)
})

test('it follows a local clock that is set right, once the old samples are gone', () => {
  const clock = new ServerClock(() => 1_000)
  clock.observe(100_000)
  for (let i = 0; i < 8; i++) clock.observe(50_000)
  expect(clock.now()).toBe(50_000)
})
