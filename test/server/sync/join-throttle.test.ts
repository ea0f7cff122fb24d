import { expect, test } from 'vitest'
import { JoinThrottle } from '../../../server/sync/join-throttle.ts'

const from = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})

async function exhausted(request: ReturnType<typeof from>) {
  const throttle = new JoinThrottle()
  for (let i = 0; i < 6_000; i++) expect(await throttle.take(request)).toBe(true)
  expect(await throttle.take(request)).toBe(false)
  return throttle
}

test('[W7] an address that opens too many sockets is stopped, and no other', async () => {
  const throttle = await exhausted(from('192.0.2.1'))
  expect(await throttle.take(from('192.0.2.2'))).toBe(true)
})

test('[W7] behind a proxy on this machine each client counts for itself', async () => {
  const throttle = await exhausted(from('127.0.0.1', '198.51.100.9, 192.0.2.1'))
  expect(await throttle.take(from('::1', '192.0.2.2'))).toBe(true)
  expect(await throttle.take(from('::1', '192.0.2.1'))).toBe(false)
})

test('[W7] nobody from outside hides behind another address', async () => {
  const throttle = await exhausted(from('192.0.2.1', '192.0.2.7'))
  expect(await throttle.take(from('192.0.2.1', '192.0.2.8'))).toBe(false)
})
