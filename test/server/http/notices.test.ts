import { io } from 'socket.io-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readCases } from '../../../shared/read-case.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { newCommentId } from '../../../shared/ids.ts'
import { mentionOf } from '../../../shared/mentions.ts'
import { noticePage, noticeSettings, type Notice } from '../../../shared/notices.ts'
import { asKarin, sara } from '../../shared/support/board.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startPushService } from '../../support/push-service.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { connectBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

/** The demo team's server, which wakes devices by a push service of the test's own. */
async function openServer() {
  const service = await startPushService()
  const { url } = await startTestServer({ PUSH_SERVICES: service.origin })
  const at = (path: string) => `${url}/api/notices${path}`
  const get = (cookie: string, path = '') => fetch(at(path), { headers: { cookie } })
  const list = async (cookie: string, after = 0) =>
    noticePage.parse(await (await get(cookie, `?after=${after}`)).json())
  /** Of what a test itself has made happen. */
  const mentions = async (cookie: string, after = 0) =>
    (await list(cookie, after)).notices.filter(({ kind }) => kind === 'mention')
  const read = (cookie: string, body: object) => send(at('/read'), 'POST', body, { cookie })
  const put = (cookie: string, body: object) => send(at('/settings'), 'PUT', body, { cookie })
  return { url, service, get, list, mentions, read, put }
}

/** Karin has her board open and writes to Sara about its first case, as often as she is asked to. */
async function karinAt(url: string) {
  const board = await connectBoard(url, await signIn(url, 'karin'), 'kungsbacka')
  onTestFinished(() => board[Symbol.dispose]())
  await expect.poll(() => readCases(board.doc).length).toBeGreaterThan(0)
  const one = readCases(board.doc).find(({ patient }) => !patient.protected)
  const writesToSara = () => {
    const text = `${mentionOf(sara)} kan du titta?`
    if (one)
      addComment(board.doc, { case: one.id, comment: newCommentId(), text }, asKarin(Date.now()))
  }
  return { one, writesToSara }
}

test('[Z2] [Z7] [Z8] a mention lies in the inbox, rings at her pages and wakes her devices', async () => {
  const { url, service, mentions } = await openServer()
  const cookie = await signIn(url, 'sara')
  const path = { path: '/live', transports: ['websocket'], extraHeaders: { cookie } }
  const socket = io(url, { ...path, forceNew: true })
  onTestFinished(() => void socket.disconnect())
  const rang = vi.fn()
  socket.on('notices', rang)
  await expect.poll(() => socket.connected).toBe(true)
  const subscription = service.subscribe('saras-tablet')
  await send(`${url}/api/push/subscription`, 'PUT', subscription, { cookie })

  const { one, writesToSara } = await karinAt(url)
  writesToSara()
  await expect.poll(() => rang).toHaveBeenCalledWith()
  const [mention] = await mentions(cookie)
  expect(mention).toMatchObject({
    ...{ board: 'kungsbacka', case: one?.id, code: one?.meta?.code, readAt: null },
    by: { id: 'karin', name: 'Karin Lindqvist' },
  } satisfies Partial<Record<keyof Notice, unknown>>)
  await expect.poll(() => service.delivered.length).toBeGreaterThan(0)
  const sent = service.delivered[0]?.text ?? ''
  expect(JSON.parse(sent)).toEqual({ kind: 'notices', count: expect.any(Number) as number })
})

test('[Z6] [Z7] what came after a number is asked for, and reading rings at the other pages', async () => {
  const { url, list, read, mentions } = await openServer()
  const cookie = await signIn(url, 'sara')
  const { one, writesToSara } = await karinAt(url)
  writesToSara()
  await expect.poll(() => mentions(cookie)).toHaveLength(1)
  const [first] = await mentions(cookie)
  writesToSara()
  await expect.poll(() => mentions(cookie, first?.number)).toHaveLength(1)
  const { notices, unread } = await list(cookie)
  const others = notices.filter((notice) => notice.case !== one?.id)
  expect(unread).toBeGreaterThan(others.length)
  expect((await read(cookie, { board: 'kungsbacka', case: one?.id })).status).toBe(204)
  expect((await list(cookie)).unread).toBe(others.length)
  expect((await mentions(cookie)).every(({ readAt }) => readAt !== null)).toBe(true)
})

test('[Z4] a kind that is switched off stays so, for that person alone', async () => {
  const { url, get, put, list, mentions } = await openServer()
  const cookie = await signIn(url, 'sara')
  expect((await put(cookie, { muted: ['mention'] })).status).toBe(204)
  const settings = async (who: string) =>
    noticeSettings.parse(await (await get(who, '/settings')).json())
  expect(await settings(cookie)).toEqual({ muted: ['mention'] })
  expect(await settings(await signIn(url, 'jonas'))).toEqual({ muted: [] })
  const { writesToSara } = await karinAt(url)
  writesToSara()
  await put(cookie, { muted: [] })
  writesToSara()
  await expect.poll(() => mentions(cookie)).not.toEqual([])
  expect((await list(cookie)).notices.filter(({ kind }) => kind === 'mention')).toHaveLength(1)
})

test('[Z7] nobody else has a part in it, and what means nothing is refused', async () => {
  const { url, get, read, put } = await openServer()
  await expectProblem(await get(''), 401, 'signed-out')
  const wall = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  await expectProblem(await get(wall), 403, 'forbidden')
  const cookie = await signIn(url, 'sara')
  expect((await get(cookie)).headers.get('cache-control')).toBe('no-store')
  await expectProblem(await get(cookie, '?after=soon'), 400, 'invalid-body')
  await expectProblem(await read(cookie, { upTo: 1, board: 'x' }), 400, 'invalid-body')
  await expectProblem(await put(cookie, { muted: ['acute'] }), 400, 'invalid-body')
  await fetch(`${url}/api/session/lock`, { method: 'POST', headers: { cookie } })
  await expectProblem(await get(cookie), 423, 'session-locked')
})
