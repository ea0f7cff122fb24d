import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { caseIds } from '../../../shared/board-document.ts'
import { userId } from '../../../shared/ids.ts'
import { LIVE_PATH } from '../../../shared/live.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { connectBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

test('[H7] [H8] metrics count who is connected, by what they may do, and time what they do', async () => {
  const { url } = await startTestServer()
  const figure = async (name: string) => {
    const text = await (await fetch(`${url}/metrics`)).text()
    const line = text.split('\n').find((one) => one.startsWith(`${name} `))
    return line === undefined ? null : Number(line.slice(name.length))
  }
  const cookie = await signIn(url, 'karin')
  using karin = await connectBoard(url, cookie, 'kungsbacka')
  const display = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  using wall = await connectBoard(url, display, 'kungsbacka')
  const live = io(url, { path: LIVE_PATH, extraHeaders: { cookie } })
  onTestFinished(() => void live.disconnect())
  live.emit('join', 'kungsbacka')
  await expect.poll(() => karin.provider.synced && wall.provider.synced).toBe(true)

  await expect.poll(() => figure('samtavlan_sync_sockets{access="write"}')).toBe(1)
  expect(await figure('samtavlan_sync_sockets{access="display"}')).toBe(1)
  expect(await figure('samtavlan_sync_sockets{access="read"}')).toBe(0)
  expect(await figure('samtavlan_sync_rooms')).toBe(1)
  await expect.poll(() => figure('samtavlan_live_boards')).toBe(1)
  expect(await figure('samtavlan_live_sockets')).toBe(1)
  expect(await figure('samtavlan_alerts_waiting')).toBe(0)

  const [id] = caseIds(karin.doc)
  if (id === undefined) throw new Error('the board is empty')
  const acknowledged = Number(await figure('samtavlan_acknowledge_seconds_count'))
  const stamp = { by: userId.parse('karin'), role: 'nurse', at: Date.now() } as const
  for (const level of ['acute', 'planned'] as const)
    prioritise(karin.doc, { case: id, level }, stamp)
  await expect
    .poll(() => figure('samtavlan_acknowledge_seconds_count'))
    .toBeGreaterThan(acknowledged)
  expect(await figure('samtavlan_commit_seconds_count')).toBeGreaterThan(0)
  expect(await figure('samtavlan_commit_oldest_wait_seconds')).toBe(0)
  expect(await figure('nodejs_eventloop_lag_p99_seconds')).toEqual(expect.any(Number))
  karin.provider.destroy()
  await expect.poll(() => figure('samtavlan_sync_sockets{access="write"}')).toBe(0)
})
