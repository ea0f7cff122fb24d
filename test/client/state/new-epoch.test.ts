import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { caseIds } from '../../../shared/board-document.ts'
import { epoch } from '../../../shared/ids.ts'
import { nextEpoch } from '../../../shared/next-epoch.ts'
import { Close } from '../../../shared/wire.ts'
import { anna, berit, boardWith, copyOf, labelsIn } from '../../shared/support/board.ts'
import { StagedServer } from '../live/staged-server.ts'
import { StagedSocket } from '../net/staged-socket.ts'
import { kungsbacka } from '../offline/stage.ts'
import {
  arrive,
  board,
  leaveAll,
  leftWaiting,
  move,
  newDevice,
  resting,
  save,
  shown,
  stranded,
  timesOutdated,
} from './staged-visit.ts'

const anew = { ...kungsbacka, epoch: epoch.parse(2) }
/** The board in its next epoch. */
const tomorrow = () => nextEpoch(board, Date.now()).doc

beforeEach(async () => void (await newDevice()))
afterEach(() => {
  leaveAll()
  vi.unstubAllGlobals()
  StagedSocket.opened = []
})

describe('a change that waited', () => {
  test('[O7] is done on a board that has started anew meanwhile, as what it was', async () => {
    await leftWaiting()
    const server = new StagedServer(tomorrow())
    const live = await shown(arrive({ to: anew }))
    await expect.poll(() => labelsIn(server.proposed, 'acute')).toEqual(['Anna'])
    expect(stranded).toEqual([])
    expect(live.link.saved.outbox.waiting).toMatchObject([{ delayed: true }])
    await expect.poll(resting).toBe(1)
    save(server, 2)
    await expect.poll(resting).toBe(0)
  })

  test('[O7] is told where its case has left the board with the epoch', async () => {
    await leftWaiting()
    const server = new StagedServer(boardWith(berit))
    await shown(arrive({ to: anew }))
    await expect.poll(() => stranded.map(({ changes }) => changes[0]?.case)).toEqual([anna])
    expect(caseIds(server.proposed)).toEqual([berit])
    await expect.poll(resting).toBe(0)
  })
})

describe('a board that begins a new epoch', () => {
  test('[E6] is followed without a gap: what was shown stays until the new one is here', async () => {
    const server = new StagedServer(copyOf(board))
    const visit = arrive()
    const old = await shown(visit)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    server.socket.end(Close.otherEpoch.code)
    expect(timesOutdated()).toBe(0)
    vi.advanceTimersByTime(3_000)
    vi.useRealTimers()
    expect(timesOutdated()).toBe(1)
    expect(visit.live).toBe(old)
    move(old, 'followup') // nobody is stopped meanwhile

    const next = new StagedServer(tomorrow())
    visit.follow(anew)
    expect(visit.live).toBe(old)
    await expect.poll(() => visit.live?.link.epoch).toBe(2)
    expect(next.socket.url).toContain('kungsbacka@2')
    expect(labelsIn(next.proposed, 'followup')).toEqual(['Anna'])
    expect(visit.live?.link.saved.waiting).toBe(1)
  })

  test('[E6] is not left while somebody types', async () => {
    const field = document.body.appendChild(document.createElement('input'))
    new StagedServer(copyOf(board))
    const visit = arrive()
    const old = await shown(visit)
    field.focus()
    const next = new StagedServer(tomorrow())
    visit.follow(anew)
    await expect.poll(() => next.socket.sent.length).toBeGreaterThan(1)
    expect(visit.live).toBe(old)
    field.remove()
    await expect.poll(() => visit.live?.link.epoch).toBe(2)
  })

  test('[E6] is asked about at once by who only comes to it', async () => {
    vi.stubGlobal('WebSocket', StagedSocket)
    arrive()
    StagedSocket.latest.end(Close.otherEpoch.code)
    await expect.poll(timesOutdated).toBe(1)
  })
})
