import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { LiveServer } from '../../../server/live/live-server.ts'
import type { Case } from '../../../shared/case.ts'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import type { ClientEvents, Present, ServerEvents, Writer } from '../../../shared/live.ts'
import { FakeGate } from '../sync/support/fake-gate.ts'

/** A live server on which everybody may go to Kungsbacka and Halmstad, and the cases there. */
export async function startLive(cases: readonly Case[] = []) {
  const gate = new FakeGate()
  const server = createServer()
  const findCase = async (_board: BoardId, id: CaseId) => cases.find((one) => one.id === id) ?? null
  const parts = { gate, publicUrl: null, log: pino({ level: 'silent' }), findCase }
  const live = new LiveServer(server, parts)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    live.close()
    server.close()
  })
  const connect = (cookie: string, headers = {}) => new Visitor(url, { cookie, ...headers })
  return { gate, live, connect }
}

/** Somebody's page, and what it was told. */
class Visitor {
  readonly socket: Socket<ServerEvents, ClientEvents>
  readonly heard: [BoardId, Present[]][] = []
  readonly told: Writer[][] = []

  constructor(url: string, extraHeaders: Record<string, string>) {
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      extraHeaders,
      forceNew: true,
    })
    this.socket.on('present', (board, people) => this.heard.push([board, people]))
    this.socket.on('writers', (_board, writers) => this.told.push(writers))
    onTestFinished(() => void this.socket.disconnect())
  }

  /** Who it last heard is there, and what they hold. */
  get sees(): [string, string | null][] {
    return (this.heard.at(-1)?.[1] ?? []).map(({ id, holds }) => [id, holds])
  }

  /** Who writes where, as it last heard. */
  get reads(): [string, string][] {
    return (this.told.at(-1) ?? []).map(({ id, part }) => [id, part])
  }
}
