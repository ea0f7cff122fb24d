import { describe, expect, test } from 'vitest'
import { ServerClock } from '../../../client/net/server-clock.ts'
import { HybridClock } from '../../../shared/clock.ts'

const HOUR = 3_600_000

/** A machine whose time of day is this long behind the server's. */
function machine({ behind = 0 } = {}) {
  let steady = 5_000.25
  let wall = 10 * HOUR - behind
  let server = 10 * HOUR
  const clock = new ServerClock({ wall: () => wall, steady: () => steady })
  return {
    clock,
    /** The server answers, and the answer takes this long. */
    hear: (delay = 0) => clock.observe(server - delay),
    pass: (ms: number) => {
      steady += ms
      wall += ms
      server += ms
    },
    /** The steady clock stands still meanwhile. */
    sleep: (ms: number) => {
      wall += ms
      server += ms
    },
    /** Somebody, or a time server, sets the machine's time of day. */
    set: (by: number) => (wall += by),
    error: () => clock.now() - server,
  }
}

test('before the server has answered it is the machine’s time, in whole milliseconds', () => {
  const { clock, pass } = machine()
  expect(clock.now()).toBe(10 * HOUR)
  pass(1.5)
  expect(clock.now()).toBe(10 * HOUR + 1)
})

test('[B20] it is corrected by the answer that travelled fastest', () => {
  const { hear, pass, error } = machine({ behind: 3 * HOUR })
  hear(400)
  hear(20)
  hear(300)
  expect(error()).toBe(-20)
  pass(4_000)
  expect(error()).toBe(-20)
})

test('it follows a server whose clock is set right, once the old answers are gone', () => {
  const { clock } = machine()
  clock.observe(100 * HOUR)
  for (let i = 0; i < 8; i++) clock.observe(50 * HOUR)
  expect(clock.now()).toBe(50 * HOUR)
})

describe('[B20] a machine', () => {
  test('whose time is set back goes on as before, with the next answer too', () => {
    const { hear, pass, set, error } = machine()
    hear()
    set(-2 * HOUR)
    expect(error()).toBe(0)
    pass(1_000)
    hear(10)
    expect(error()).toBe(-10)
    hear(5)
    expect(error()).toBe(-5)
  })

  test('whose time is set forward is right again with the next answer', () => {
    const { hear, set, error } = machine()
    hear()
    set(2 * HOUR)
    hear(10)
    expect(error()).toBe(-10)
  })

  test('that has slept knows the time before the server answers', () => {
    const { hear, sleep, set, error } = machine({ behind: HOUR })
    hear()
    sleep(2 * HOUR)
    expect(error()).toBe(0)
    set(-HOUR)
    expect(error()).toBe(0)
    sleep(HOUR)
    expect(error()).toBe(0)
  })

  test('whose clocks run apart a little at a time keeps the server’s', () => {
    const { hear, pass, set, error } = machine()
    hear()
    for (let i = 0; i < 1_000; i++) {
      set(-7)
      pass(10_000)
      hear(i % 8 === 0 ? 0 : 200)
    }
    expect(error()).toBe(0)
  })

  test('never makes a decision look older than the one before it', () => {
    const { clock, hear, set, pass } = machine()
    const hybrid = new HybridClock(() => clock.now())
    hear()
    set(2 * HOUR)
    const ahead = hybrid.tick()
    hear()
    pass(1)
    expect(hybrid.tick()).toBe(ahead + 1)
  })
})
