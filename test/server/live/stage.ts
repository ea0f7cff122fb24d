import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { LiveServer, type LiveParts } from '../../../server/live/live-server.ts'
import type { Case } from '../../../shared/case.ts'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import type { ClientEvents, Present, ServerEvents, Surface, Writer } from '../../../shared/live.ts'
import { anna, berit, boardWith, caseIn, cleo, karin as nurse } from '../../shared/support/board.ts'
import { FakeGate, halmstad, kungsbacka } from '../sync/support/fake-gate.ts'

const known = caseIn(boardWith(anna), anna)
const hidden: Case = {
  ...caseIn(boardWith(berit), berit),
  patient: { ...known.patient, protected: true },
  nurse: { id: nurse, at: 0 },
}
/** Anna's case, and Berit's, who is protected and Karin's, are Kungsbacka's; Cleo's is Halmstad's. */
const CASES = new Map([
  [kungsbacka, [known, hidden]],
  [halmstad, [caseIn(boardWith(cleo), cleo)]],
])

/** A live server on which everybody may go to Kungsbacka and Halmstad, and the cases there. */
export async function startLive({ pings }: Pick<LiveParts, 'pings'> = {}) {
  const gate = new FakeGate()
  const server = createServer()
  const findCase = async (board: BoardId, id: CaseId) =>
    CASES.get(board)?.find((one) => one.id === id) ?? null
  const log = pino({ level: 'silent' })
  const parts = { gate, publicUrl: null, log, findCase, tellEveryMs: 50, ...(pings && { pings }) }
  const live = new LiveServer(server, parts)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    live.close()
    server.close()
  })
  const connect = (cookie: string, headers = {}) => new Visitor(url, { cookie, ...headers })
  return { gate, url, live, connect }
}

/** Somebody's page, and what it was told. */
class Visitor {
  readonly socket: Socket<ServerEvents, ClientEvents>
  readonly heard: [BoardId, Present[]][] = []
  readonly told: Writer[][] = []
  /** How often the bell rang. */
  rings = 0

  constructor(url: string, extraHeaders: Record<string, string>) {
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      extraHeaders,
      forceNew: true,
    })
    this.socket.on('present', (board, people) => this.heard.push([board, people]))
    this.socket.on('alerts', () => this.rings++)
    this.socket.on('writers', (_board, writers) => this.told.push(writers))
    onTestFinished(() => void this.socket.disconnect())
  }

  /** Who it last heard is there, and what they hold. */
  get sees(): [string, string | null][] {
    return (this.heard.at(-1)?.[1] ?? []).map(({ id, holds }) => [id, holds])
  }

  /** What those it last heard of look at. */
  get looks(): [string, [Surface, string | null][]][] {
    return this.looksOn(this.heard.at(-1)?.[0])
  }

  /** The same of one board, for somebody on several. */
  looksOn(board: BoardId | undefined): [string, [Surface, string | null][]][] {
    const people = this.heard.findLast(([of]) => of === board)?.[1] ?? []
    return people.map(({ id, views }) => [id, views.map((view) => [view.surface, view.case])])
  }

  /** Says anything at all, as a client of anybody's own making could. */
  say(...message: unknown[]): void {
    ;(this.socket as unknown as { emit: (...message: unknown[]) => void }).emit(...message)
  }

  /** Who writes where, as it last heard. */
  get reads(): [string, string][] {
    return (this.told.at(-1) ?? []).map(({ id, part }) => [id, part])
  }
}
