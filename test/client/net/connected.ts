import { afterEach, beforeEach, vi } from 'vitest'
import * as Y from 'yjs'
import { BoardConnection } from '../../../client/net/board-connection.ts'
import { boardId, epoch } from '../../../shared/ids.ts'
import { syncFrame, SyncType } from '../../../shared/wire.ts'
import { StagedSocket } from './staged-socket.ts'

beforeEach(() => {
  vi.stubGlobal('WebSocket', StagedSocket)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const one of open.splice(0)) one.destroy()
  vi.useRealTimers()
  StagedSocket.opened = []
})

const open: BoardConnection[] = []

/** A connection, what it told, and a server's document to answer from. */
export function connected(wakeWithinMs = 0) {
  const [doc, server] = [new Y.Doc(), new Y.Doc()]
  server.getMap('board').set('name', 'Kungsbacka')
  const told: unknown[][] = []
  const tell =
    (what: string) =>
    (...details: unknown[]) =>
      told.push([what, ...details])
  const connection = new BoardConnection(
    doc,
    boardId.parse('kungsbacka'),
    epoch.parse(3),
    {
      changed: () => tell('changed')(),
      sent: tell('sent'),
      frame: tell('frame'),
      begun: tell('begun'),
      synced: tell('synced'),
      dropped: tell('dropped'),
      ended: tell('ended'),
    },
    wakeWithinMs,
  )
  open.push(connection)
  const answer = () => {
    const [asked] = StagedSocket.latest.sent
    const missing = Y.encodeStateAsUpdate(server, asked?.payload)
    StagedSocket.latest.say(syncFrame(SyncType.step2, missing))
  }
  const askForWhole = () =>
    StagedSocket.latest.say(syncFrame(SyncType.step1, Y.encodeStateVector(server)))
  /** As the server does it: what it has, and then what it lacks. */
  const arrive = () => {
    StagedSocket.latest.accept()
    answer()
    askForWhole()
    told.length = 0
  }
  return { doc, server, told, connection, answer, askForWhole, arrive }
}

export const write = (doc: Y.Doc, value: string) => doc.getMap('board').set('team', value)
export const LONGEST_PAUSE_MS = 15_000
export const pulse = { type: 'pulse', time: 5, seq: 1 } as const
