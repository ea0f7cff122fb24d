import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { LIVE_PATH, TELL_EVERY_MS } from '../../../shared/live.ts'
import { kungsbacka } from '../sync/support/fake-gate.ts'
import { startLive } from './stage.ts'

const GONE_WITHIN_MS = 20_000
const greeting = z.object({ pingInterval: z.number(), pingTimeout: z.number() })

/** A page by the protocol's own words, which answers no ping: its network is gone, not its socket. */
async function joinAndFallSilent(url: string, cookie: string) {
  const address = `${url.replace('http', 'ws')}${LIVE_PATH}/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie } })
  onTestFinished(() => socket.terminate())
  const [open] = (await once(socket, 'message')) as [Buffer]
  socket.send('40')
  await once(socket, 'message')
  socket.send(`42${JSON.stringify(['join', kungsbacka])}`)
  return greeting.parse(JSON.parse(open.toString().slice(1)))
}

test('[L9] whose client falls silent is gone from the others’ screens', async () => {
  const { connect, url } = await startLive({ pings: { everyMs: 300, timeoutMs: 300 } })
  const sara = connect('sara')
  sara.socket.emit('join', kungsbacka)
  await joinAndFallSilent(url, 'karin')
  const ids = () => sara.sees.map(([id]) => id)
  await expect.poll(ids).toEqual(['sara', 'karin'])
  await expect.poll(ids).toEqual(['sara'])
})

test('[L9] which takes less than twenty seconds, the telling included', async () => {
  const { url } = await startLive()
  const { pingInterval, pingTimeout } = await joinAndFallSilent(url, 'karin')
  expect(pingInterval + pingTimeout + TELL_EVERY_MS).toBeLessThan(GONE_WITHIN_MS)
})

test('[L9] whoever is locked or signed out is gone at once, in every window', async () => {
  const { connect, gate } = await startLive()
  const [sara, karin, again, amina] = ['sara', 'karin', 'karin', 'amina'].map((id) => connect(id))
  for (const one of [sara, karin, again, amina]) one?.socket.emit('join', kungsbacka)
  const ids = () => sara?.sees.map(([id]) => id).toSorted()
  await expect.poll(ids).toEqual(['amina', 'karin', 'sara'])
  gate.lock('karin')
  await expect.poll(ids).toEqual(['amina', 'sara'])
  gate.end('amina')
  await expect.poll(ids).toEqual(['sara'])
})
