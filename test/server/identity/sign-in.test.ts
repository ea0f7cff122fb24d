import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SignIn } from '../../../server/identity/sign-in.ts'
import { SignInThrottle } from '../../../server/identity/sign-in-throttle.ts'
import { MemoryAudit } from '../../support/audit.ts'
import { identityOver, karin } from '../../support/identity.ts'
import { sqliteDatabase } from '../../support/store.ts'

const ward = '192.0.2.1'
const elsewhere = '192.0.2.2'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function door() {
  const { accounts, sessions } = identityOver(await sqliteDatabase())
  await accounts.create(karin)
  const audit = new MemoryAudit()
  const signIn = new SignIn(accounts, sessions, new SignInThrottle(), audit)
  const attempt = async (password: string, { username = 'karin', address = ward } = {}) =>
    (await signIn.attempt({ username, password, address })).kind
  const fail = async (times: number, from?: { username?: string; address?: string }) => {
    for (let i = 0; i < times; i++) expect(await attempt('fel', from)).toBe('wrong-password')
  }
  return { attempt, fail, sessions, signIn, audit }
}

test('[S4] wrong user and wrong password are told apart by nobody', async () => {
  const { attempt } = await door()
  expect(await attempt('fel')).toBe('wrong-password')
  expect(await attempt('hemligt', { username: 'nobody' })).toBe('wrong-password')
  expect(await attempt('hemligt')).toBe('signed-in')
})

test('[S4] after ten failures even the right password waits five minutes', async () => {
  const { attempt, fail, signIn } = await door()
  await fail(10)
  expect(await attempt('hemligt')).toBe('too-many-attempts')
  vi.advanceTimersByTime(200_000)
  const credentials = { username: 'KARIN', password: 'hemligt', address: ward }
  expect(await signIn.attempt(credentials)).toEqual({ kind: 'too-many-attempts', waitSeconds: 100 })
  vi.advanceTimersByTime(100_000)
  expect(await attempt('hemligt')).toBe('signed-in')
})

test('[S4] who guesses from one place does not lock the person out in another', async () => {
  const { attempt, fail } = await door()
  await fail(10, { address: elsewhere })
  for (let i = 0; i < 100; i++)
    expect(await attempt('fel', { address: elsewhere })).toBe('too-many-attempts')
  expect(await attempt('hemligt')).toBe('signed-in')
})

test('[S4] guessing at many names at once from one address is slowed as well', async () => {
  const throttle = new SignInThrottle()
  const guesses = Array.from({ length: 101 }, (_, i) =>
    throttle.take({ username: `user${i}`, address: ward }),
  )
  const waits = await Promise.all(guesses)
  expect(waits.filter((seconds) => seconds !== null)).toEqual([300])
})

test('[S4] addresses that have to wait cannot use up a person’s attempts meanwhile', async () => {
  const throttle = new SignInThrottle()
  for (const address of ['a', 'b', 'c', 'd', 'e', 'f']) {
    for (let i = 0; i < 100; i++)
      expect(await throttle.take({ username: `${address}${i}`, address })).toBeNull()
    for (let i = 0; i < 10; i++)
      expect(await throttle.take({ username: 'karin', address })).toBeGreaterThan(0)
    vi.advanceTimersByTime(1_000)
  }
  expect(await throttle.take({ username: 'karin', address: ward })).toBeNull()
})

test('[S4] signing in often is no failure', async () => {
  const { attempt } = await door()
  for (let i = 0; i < 15; i++) expect(await attempt('hemligt')).toBe('signed-in')
})

test('[J8] who signs in is logged, and who fails by name only if there is such a person', async () => {
  const { attempt, audit } = await door()
  await attempt('hemligt', { username: 'Karin', address: elsewhere })
  await attempt('fel')
  await attempt('fel', { username: 'hemligt' })
  const told = audit.lines.map(({ chain, entry }) => {
    const { action, user, name, role, object, to } = entry
    return [chain, action, user, name, role, object, to]
  })
  const known = ['karin', 'Karin Lindqvist', 'nurse', 'address']
  expect(told).toEqual([
    ['', 'signed-in', ...known, elsewhere],
    ['', 'sign-in-failed', ...known, ward],
    ['', 'sign-in-failed', null, '', null, 'address', ward],
  ])
  expect(JSON.stringify(audit.lines)).not.toMatch(/hemligt|fel"/)
})
