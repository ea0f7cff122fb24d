import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as Y from 'yjs'
import { noMeter } from '../../server/sync/meter.ts'
import { Room } from '../../server/sync/room.ts'
import { openRoots } from '../../shared/board-document.ts'
import { boardId, epoch } from '../../shared/ids.ts'
import { baseBoard } from './base-board.ts'
import { say } from './report.ts'

const BOARDS = 200
const ignore = () => {}

/** What an open board of 60 cases takes of the server's memory, somebody at it and a wall. */
export function memory(): void {
  const { update, cases } = baseBoard()
  const before = used()
  const rooms = Array.from({ length: BOARDS }, (_, i) => openRoom(i, update))
  const each = (used() - before) / rooms.length
  say(`an open board of ${cases.length} cases`, `${(each / 1024).toFixed(0)} KiB`)
  say('the same as one update', `${(update.length / 1024).toFixed(0)} KiB`)
}

function openRoom(number: number, update: Uint8Array): Room {
  const doc = new Y.Doc()
  openRoots(doc)
  Y.applyUpdate(doc, update)
  const room = new Room({
    board: boardId.parse(`bench-${number}`),
    epoch: epoch.parse(1),
    loaded: { doc, seq: 1, rows: 1, clients: [] },
    meter: noMeter,
    now: Date.now,
    onNews: ignore,
    request: ignore,
    onCalm: ignore,
    onBroken: (error) => {
      throw error
    },
  })
  for (const access of ['write', 'display'] as const) room.join(new Silent(), access)
  return room
}

/** Somebody at the board who is never told anything. */
class Silent {
  readonly frames = true
  readonly send = ignore
  readonly tell = ignore
  readonly close = ignore
  readonly saved = ignore
  readonly beat = ignore
}

/** In bytes, garbage not counted. */
function used(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
