import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Device } from '../../../client/offline/device.ts'
import { KeptBoard } from '../../../client/offline/kept-board.ts'
import { caseIds } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { Close, syncFrame, SyncType } from '../../../shared/wire.ts'
import {
  anna,
  asKarin,
  berit,
  cleo,
  copyOf,
  labelsIn,
  requestFor,
} from '../../shared/support/board.ts'
import { StagedServer } from '../live/staged-server.ts'
import { StagedSocket } from '../net/staged-socket.ts'
import { leaveUntil } from '../offline/stage.ts'
import {
  arrive,
  board,
  copied,
  leave,
  leaveAll,
  leaveBoard,
  leftWaiting,
  move,
  newDevice,
  resting,
  save,
  shown,
} from './staged-visit.ts'

let device: Device

beforeEach(async () => {
  device = await newDevice()
})
afterEach(() => {
  leaveAll()
  vi.unstubAllGlobals()
  StagedSocket.opened = []
})

describe('a change', () => {
  test('[O6] rests on the device until the server has it on disk', async () => {
    const server = new StagedServer(copyOf(board))
    const live = await shown(arrive())
    await copied()
    move(live, 'acute')
    await expect.poll(resting).toBe(1)
    save(server, 2) // the answer to the server's own question was the first
    await expect.poll(resting).toBe(0)
  })

  test('[O6] that a page left waiting is sent by the next, once', async () => {
    await leftWaiting()
    const server = new StagedServer(copyOf(board))
    const live = await shown(arrive())
    await expect.poll(() => labelsIn(server.proposed, 'acute')).toEqual(['Anna'])
    expect(live.link.saved.outbox.waiting).toMatchObject([{ delayed: true }])
    await expect.poll(resting).toBe(1)
    save(server, 2)
    await expect.poll(resting).toBe(0)
    expect(live.link.saved.outbox.arrived).toHaveLength(1)
  })

  test('[O6] that a former session left waiting is sent too, and that session forgotten', async () => {
    await leftWaiting()
    const server = new StagedServer(copyOf(board))
    await shown(arrive({ given: leaveUntil(leave.until + 1) }))
    await expect.poll(() => labelsIn(server.proposed, 'acute')).toEqual(['Anna'])
    await expect.poll(async () => (await device.boards()).length).toBe(1)
    expect(await resting()).toBe(1)
  })

  test('[O6] [A6] that has lost meanwhile is sent as it was made: the server tells who won', async () => {
    await leftWaiting()
    const [kept] = await device.boards()
    const [made] = (await kept?.orphans()) ?? []
    const newer = copyOf(board)
    newer.clientID = 2 ** 32 - 1 // for Yjs the highest wins
    moveCase(newer, { case: anna, to: 'followup', before: null }, asKarin(Date.now()))
    new StagedServer(newer)
    const live = await shown(arrive())
    await expect.poll(() => live.link.saved.waiting).toBe(1)
    expect(labelsIn(live.link.doc, 'followup')).toEqual(['Anna'])
    expect(StagedSocket.latest.sent.at(-1)?.payload).toEqual(made?.update)
  })

  test('[O6] that the server has already is let go', async () => {
    await leftWaiting()
    const changed = copyOf(board)
    const [kept] = await device.boards()
    for (const { update } of (await kept?.orphans()) ?? []) Y.applyUpdate(changed, update)
    new StagedServer(changed)
    const live = await shown(arrive())
    await expect.poll(resting).toBe(0)
    expect(live.link.saved.waiting).toBe(0)
  })

  test('[O6] is kept by one keeper, also when the board arrives again before there is one', async () => {
    const copies = vi.spyOn(KeptBoard.prototype, 'writeCopy')
    const server = new StagedServer(copyOf(board))
    const live = await shown(arrive())
    server.socket.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(board)))
    await copied()
    move(live, 'acute')
    await expect.poll(resting).toBe(1)
    save(server, 2)
    await expect.poll(resting).toBe(0)
    expect(copies).toHaveBeenCalledOnce()
    copies.mockRestore()
  })

  test('[U19] that was refused does not come again', async () => {
    await leftWaiting()
    new StagedServer(copyOf(board))
    const visit = arrive()
    const live = await shown(visit)
    await expect.poll(() => live.link.saved.waiting).toBe(1)
    visit.renew()
    await expect.poll(resting).toBe(0)
    await shown(visit)
    expect(visit.live?.link.saved.waiting).toBe(0)
  })
})

describe('without the server', () => {
  test('[O4] the board is shown as it was last seen, with what waits, and can be worked on', async () => {
    await leftWaiting()
    vi.unstubAllGlobals()
    vi.stubGlobal('WebSocket', StagedSocket)
    const live = await shown(arrive({ offline: true }))
    expect(labelsIn(live.link.doc, 'acute')).toEqual(['Anna'])
    expect(live.link.saved.state).toMatchObject({ kind: 'queued', changes: 1 })
    expect(live.link.saved.reachable).toBe(false)
    live.board.run(createCase, requestFor(cleo))
    expect(live.link.saved.waiting).toBe(2)
    await expect.poll(resting).toBe(2)
  })

  test('[O4] a server that is slow to answer is not waited for', async () => {
    await leftWaiting()
    vi.unstubAllGlobals()
    vi.stubGlobal('WebSocket', StagedSocket)
    const visit = arrive()
    expect(visit.live?.link.synced).toBe(false)
    await expect.poll(() => visit.live?.link.kept).toBe(true)
    expect(StagedSocket.opened).toHaveLength(2) // one was left; it does not ask twice
  })

  test('[O4] a board that the server does not give any more is not shown', async () => {
    await leftWaiting()
    vi.unstubAllGlobals()
    vi.stubGlobal('WebSocket', StagedSocket)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const visit = arrive()
    StagedSocket.latest.end(Close.noSuchBoard.code)
    vi.advanceTimersByTime(3_000)
    vi.useRealTimers()
    await expect.poll(() => device.shown(Date.now())).toEqual([])
    expect(visit.live?.link.ended).toBe(Close.noSuchBoard.code)
    expect(await resting()).toBe(1)
  })

  test('[O6] what was done follows on the server’s board, each case once', async () => {
    await leftWaiting()
    const server = new StagedServer(copyOf(board))
    const visit = arrive({ offline: true })
    const kept = await shown(visit)
    kept.board.run(createCase, requestFor(cleo))
    await expect.poll(() => visit.live?.link.kept).toBe(false)
    expect(labelsIn(server.proposed, 'acute')).toEqual(['Anna'])
    expect(caseIds(server.proposed)).toEqual([anna, berit, cleo])
    expect((await shown(visit)).link.saved.waiting).toBe(2)
    await expect.poll(resting).toBe(2)
  })

  test('[O6] the server’s board takes the kept one’s place only when nobody types', async () => {
    await leftWaiting()
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    new StagedServer(copyOf(board))
    const visit = arrive({ offline: true })
    await shown(visit)
    await expect.poll(() => StagedSocket.opened.at(-1)?.sent.length).toBeGreaterThan(1)
    expect(visit.live?.link.kept).toBe(true)
    field.remove()
    await expect.poll(() => visit.live?.link.kept).toBe(false)
  })

  test('[S3] a session that has ended meanwhile ends the board; what waits is kept', async () => {
    await leftWaiting()
    vi.unstubAllGlobals()
    vi.stubGlobal('WebSocket', StagedSocket)
    const visit = arrive({ offline: true })
    await shown(visit)
    await expect.poll(() => StagedSocket.opened.length).toBeGreaterThan(0)
    StagedSocket.latest.end(Close.sessionEnded.code)
    expect(visit.live?.link.ended).toBe(Close.sessionEnded.code)
    leaveBoard(visit)
    expect(await resting()).toBe(1)
  })
})

test('[O3] where nothing can be kept secretly nothing is kept, and the board works', async () => {
  vi.stubGlobal('isSecureContext', false)
  const locks = vi.spyOn(navigator.locks, 'request') // there are none in such a place
  device = await newDevice()
  const server = new StagedServer(copyOf(board))
  const live = await shown(arrive())
  move(live, 'acute')
  save(server, 2)
  await expect.poll(() => live.link.saved.waiting).toBe(0)
  expect(locks).not.toHaveBeenCalled()
})

test('[O6] two tabs of one person show the same, and each sends its own', async () => {
  new StagedServer(copyOf(board))
  const visits = [arrive(), arrive()]
  const [one, other] = await Promise.all(visits.map(shown))
  await expect.poll(() => visits.every(({ until }) => until !== null)).toBe(true)
  if (!one || !other) throw new Error('two are shown')
  move(one, 'acute')
  await expect.poll(() => labelsIn(other.link.doc, 'acute')).toEqual(['Anna'])
  expect([one, other].map(({ link }) => link.saved.waiting)).toEqual([1, 0])
})
