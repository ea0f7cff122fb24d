import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { Close } from '../../../shared/wire.ts'
import { JoinThrottle } from '../../../server/sync/join-throttle.ts'
import { startSync } from './support/sync-stage.ts'

const closeOf = async (cookie: string, path: string) =>
  (await startSync()).join(cookie, path).closed

test.each([
  ['no session', 'nobody', 'kungsbacka@1', Close.sessionEnded],
  ['a board that does not exist', 'karin', 'varberg@1', Close.noSuchBoard],
  ["another board's display", 'halmstad', 'kungsbacka@1', Close.noSuchBoard],
  ['an epoch that is over', 'karin', 'kungsbacka@2', Close.otherEpoch],
  [
    'an app for an older shape of the document',
    'karin',
    'kungsbacka@1?schema=0',
    Close.reloadNeeded,
  ],
])('[W6] who comes with %s hears why', async (_name, cookie, path, reason) => {
  expect(await closeOf(cookie, path)).toBe(reason.code)
})

test.each(['kungsbacka@1', 'kungsbacka%401', 'kungsbacka@1?schema=1', 'kungsbacka@1?schema=x'])(
  '[W1] /sync/%s opens the board',
  async (path) => {
    const stage = await startSync()
    const peer = await stage.join('karin', path).sync()
    expect(peer.doc.getMap('people').size).toBe(4)
  },
)

test.each(['', 'kungsbacka', 'kungsbacka@', 'kungsbacka@0', 'KUNGSBACKA@1', 'a/b@1', '%E0%A4%A@1'])(
  '[W1] /sync/%s is not found',
  async (path) => {
    const stage = await startSync()
    const socket = new WebSocket(stage.address(path), { headers: { cookie: 'karin' } })
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toContain('404')
  },
)

test('[W8] a page of another origin gets no socket', async () => {
  const stage = await startSync()
  const open = (origin: string) => {
    const headers = { cookie: 'karin', origin }
    return once(new WebSocket(stage.address('kungsbacka@1'), { headers }), 'open')
  }
  await expect(open('https://elsewhere.example')).rejects.toThrow('403')
  await open(`http://${stage.origin}`)
  await open('https://tavla.example')
})

test('[W7] who comes from an address that opens sockets too often has to wait', async () => {
  const stage = await startSync()
  const take = vi.spyOn(JoinThrottle.prototype, 'take').mockResolvedValueOnce(false)
  expect(await stage.join('karin').closed).toBe(Close.tooFast.code)
  take.mockRestore()
  await stage.join('karin').sync()
})

test('[S3] a session that ends while its socket is being opened gets none', async () => {
  const stage = await startSync()
  stage.gate.onEnter = () => stage.gate.end('karin')
  expect(await stage.join('karin').closed).toBe(Close.sessionEnded.code)
})

test('[S3] when a session ends its sockets close, and no one else’s', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const amina = await stage.join('amina').sync()
  stage.gate.end('karin')
  expect(await karin.closed).toBe(Close.sessionEnded.code)
  await amina.sync()
})

test('[S15] when a session is locked its sockets close, and none open until it is not', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const amina = await stage.join('amina').sync()
  stage.gate.lock('karin')
  expect(await karin.closed).toBe(Close.locked.code)
  expect(await stage.join('karin').closed).toBe(Close.locked.code)
  await amina.sync()
})

test('[S15] a session that is locked while its socket is being opened gets none', async () => {
  const stage = await startSync()
  stage.gate.onEnter = () => stage.gate.lock('karin')
  expect(await stage.join('karin').closed).toBe(Close.locked.code)
})

test('[W7] a session has at most 200 sockets', async () => {
  const stage = await startSync()
  const peers = Array.from({ length: 201 }, () => stage.join('karin'))
  expect(await Promise.race(peers.map(({ closed }) => closed))).toBe(Close.tooFast.code)
  await expect.poll(() => stage.sync.connections).toBe(200)
})
