import { expect } from 'vitest'
import { Api } from '../../../client/net/api.ts'
import { ServerClock } from '../../../client/net/server-clock.ts'
import { Device } from '../../../client/offline/device.ts'
import { BoardVisit } from '../../../client/state/board-visit.svelte.ts'
import type { LiveParts } from '../../../client/state/live-board.ts'
import { Notices } from '../../../client/state/notices.svelte.ts'
import { Now } from '../../../client/state/now.svelte.ts'
import type { Change } from '../../../client/state/outbox.svelte.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { anna, berit, boardWith, copyOf } from '../../shared/support/board.ts'
import { StagedServer } from '../live/staged-server.ts'
import { head, karin, kungsbacka, leaveUntil } from '../offline/stage.ts'

/** As the server has it. */
export const board = boardWith(anna, berit)
export const leave = leaveUntil(Date.now() + 3_600_000)
/** What was told to be stranded since the beginning of the test. */
export const stranded: Change[] = []
/** How often somebody was to ask which epoch it is now. */
let outdated = 0
export const timesOutdated = () => outdated
const visits = new Set<BoardVisit>()
let device = new Device()

/** A browser in which nobody has been yet. */
export async function newDevice(): Promise<Device> {
  await device.wipe()
  device = new Device()
  stranded.length = 0
  outdated = 0
  return device
}

/** Karin comes to a board, by way of a server that gives her leave to keep it, or of none. */
export function arrive({ to = kungsbacka, offline = false, given = leave } = {}): BoardVisit {
  const clock = new ServerClock()
  const visit = new BoardVisit(
    {
      ...{ clock, device, board: to, who: karin },
      now: new Now(() => clock.now()),
      notices: new Notices(),
      alerts: { ask: async () => {} },
      api: new Api(() => Promise.resolve(Response.json(given))),
      events: {
        superseded: () => undefined,
        stranded: (changes) => stranded.push(...changes),
        outdated: () => void outdated++,
      },
    },
    offline,
  )
  visits.add(visit)
  return visit
}

export function leaveBoard(visit: BoardVisit): void {
  visits.delete(visit)
  visit.destroy()
}

export async function shown(visit: BoardVisit): Promise<LiveParts> {
  await expect.poll(() => visit.live?.link.synced).toBe(true)
  if (visit.live === null) throw new Error('nothing is shown')
  return visit.live
}

export const move = ({ board }: LiveParts, to: 'acute' | 'followup') =>
  board.run(moveCase, { case: anna, to, before: null })

/** How many changes rest on the device, whoever made them. */
export async function resting(): Promise<number> {
  const counts = await Promise.all((await device.boards()).map((one) => one.waiting()))
  return counts.reduce((sum, count) => sum + count, 0)
}

export const copied = () =>
  expect.poll(async () => (await (await device.find(head(karin)))?.copy()) ?? null).not.toBeNull()

/** The server has the first so many messages of the latest socket on disk. */
export const save = (server: StagedServer, received: number) =>
  server.give({ type: 'saved', received, seq: 1, time: Date.now() })

/** A visit with a copy on the device, that ended with a move that never reached anybody. */
export async function leftWaiting(): Promise<void> {
  new StagedServer(copyOf(board))
  const visit = arrive()
  const live = await shown(visit)
  await copied()
  move(live, 'acute')
  await expect.poll(resting).toBe(1)
  leaveBoard(visit)
}

export function leaveAll(): void {
  visits.forEach(leaveBoard)
}
