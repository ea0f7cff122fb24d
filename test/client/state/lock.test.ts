import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { Lock } from '../../../client/state/lock.svelte.ts'
import type { Session } from '../../../client/state/session.svelte.ts'

const MINUTE_MS = 60_000
const done = { ok: true, value: undefined } as const
const noContact = { ok: false, failure: 'unreachable' } as const

/** A server that locks and unlocks, or that cannot be reached. */
function stagedSession() {
  const server = { locked: false, reachable: true }
  const answer = (locked: boolean): Answer<undefined> => {
    if (!server.reachable) return noContact
    server.locked = locked
    return done
  }
  const session = {
    get locked() {
      return server.locked
    },
    get failure() {
      return server.reachable ? null : 'unreachable'
    },
    lock: vi.fn(async () => answer(true)),
    unlock: vi.fn(async () => answer(false)),
    ask: vi.fn(async () => undefined),
    end: vi.fn(),
  }
  return { server, session, lock: new Lock(session as unknown as Session) }
}

const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * MINUTE_MS)
const touch = () => dispatchEvent(new Event('pointerdown'))

let stop = () => {}
beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: Date.parse('2026-03-10T10:42:07+01:00') })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('[S16] a screen that nobody touches for as long as its board says is locked', async () => {
  const { lock, session } = stagedSession()
  stop = lock.watch(30)
  await pass(29)
  touch()
  await pass(29)
  expect(lock.covers).toBe(false)
  await pass(1.5)
  expect([lock.covers, lock.canLift]).toEqual([true, false])
  expect(session.lock).toHaveBeenCalledOnce()
  await lock.unlock('demo')
  expect(lock.covers).toBe(false)
})

test('[S16] a touch in another tab counts, and a board can do without', async () => {
  const { lock } = stagedSession()
  stop = lock.watch(30)
  await pass(29)
  localStorage.setItem('samtavlan.touched', String(Date.now()))
  await pass(29)
  expect(lock.covers).toBe(false)
  stop()
  stop = lock.watch(null)
  await pass(120)
  expect(lock.covers).toBe(false)
})

test('[S16] a machine that has slept is locked by the touch that wakes it', async () => {
  const { lock } = stagedSession()
  stop = lock.watch(30)
  vi.setSystemTime(Date.now() + 31 * MINUTE_MS)
  touch()
  expect(lock.covers).toBe(true)
})

test('[S16] without contact a covered screen is lifted by its person, and locked later', async () => {
  const { lock, server, session } = stagedSession()
  stop = lock.watch(30)
  server.reachable = false
  await lock.lock()
  expect([lock.covers, lock.canLift]).toEqual([true, true])
  lock.lift()
  expect(lock.covers).toBe(false)
  await lock.lock()
  server.reachable = true
  await pass(1)
  expect([lock.covers, lock.canLift, session.locked]).toEqual([true, false, true])
})

test('[S16] a session that ended while it was locked is over', async () => {
  const { lock, session } = stagedSession()
  await lock.lock()
  session.unlock.mockResolvedValue({ ok: false, failure: 'signed-out' })
  await lock.unlock('demo')
  expect(session.end).toHaveBeenCalledOnce()
})

test('[S16] a server that fails does not uncover what is covered', async () => {
  const { lock, session } = stagedSession()
  session.lock.mockResolvedValue({ ok: false, failure: 'internal' })
  await lock.lock()
  expect(lock.covers).toBe(true)
})

test('[S16] a cover that is lifted in one tab is lifted in the other', async () => {
  const [one, other] = [stagedSession(), stagedSession()]
  for (const { lock, server } of [one, other]) {
    server.reachable = false
    await lock.lock()
  }
  one.lock.lift()
  await vi.waitFor(() => expect(other.lock.covers).toBe(false))
})

test('[S16] whom a locked screen cannot ask for their password is not shut out', async () => {
  const { lock, server } = stagedSession()
  stop = lock.watch(30)
  await lock.lock()
  server.reachable = false
  expect(await lock.unlock('demo')).toEqual(noContact)
  expect([lock.covers, lock.canLift]).toEqual([true, true])
  lock.lift()
  await pass(1)
  expect(lock.covers).toBe(false)
  server.reachable = true
  await pass(1)
  expect([lock.covers, lock.canLift]).toEqual([true, false])
})
