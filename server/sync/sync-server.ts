import type { Server } from 'node:http'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Access } from '../../shared/access.ts'
import { SCHEMA_VERSION } from '../../shared/board-document.ts'
import { NO_DUTY } from '../../shared/duty.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/outcome.ts'
import {
  Close,
  encodeFrame,
  PROTOCOL_VERSION,
  PULSE_EVERY_MS,
  type CloseReason,
  type Frame,
} from '../../shared/wire.ts'
import { advanceAlerts } from '../alerts/alert-change.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Act } from './act.ts'
import { AuditTrail } from './audit-trail.ts'
import { Committer } from './committer.ts'
import { BoardReader } from './board-reader.ts'
import { Connection } from './connection.ts'
import { Gateway, type Guest } from './gateway.ts'
import { keepTime } from './keep-time.ts'
import { mirror, type Refresh } from './mirror.ts'
import type { News } from './news.ts'
import { Rollover } from './rollover.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { KEEP_ALIVE } from './server-frame.ts'
import { SessionSockets } from './session-sockets.ts'
import type { SyncParts } from './sync-parts.ts'
import { tellNews } from './tell-news.ts'
import { askBirths, writeBirths } from './write-births.ts'
import { writeDuty } from './write-duty.ts'

/** Sockets of one session at a time: tabs, boards, and those that linger, with a lot of room. */
const SOCKETS_PER_SESSION = 200
/** How long an orderly shutdown waits for the store, and then for the peers to say goodbye. */
const SHUTDOWN_MS = 5_000
const GOODBYE_MS = 1_000

const NOT_SAVING: Frame = { type: 'ruling', kind: 'not-saving' }
const SAVING_AGAIN: Frame = { type: 'ruling', kind: 'saving-again' }

/** The documents' server: rooms, the sockets in them, and what keeps both alive. */
export class SyncServer {
  readonly #parts: SyncParts
  readonly #now: () => number
  readonly #committer: Committer
  /** For all that the log says of other things than changes. */
  readonly audit: AuditLog
  /** Shows a board what its roster is now. */
  readonly refreshDuty: Refresh
  readonly read: BoardReader
  readonly #refreshBirths: Refresh
  readonly #tell: (room: Room, news: News) => void
  readonly #rooms: Rooms
  readonly #rollover: Rollover
  readonly #gateway: Gateway
  readonly #sockets: SessionSockets
  readonly #stops: (() => void)[] = []

  constructor(parts: SyncParts) {
    const { store, gate, publicUrl, log, meter, now = Date.now } = parts
    const { dutyOf = async () => NO_DUTY, bornAlike = async () => [] } = parts
    const after =
      parts.after ?? ((ms: number, task: () => void) => void setTimeout(task, ms).unref())
    this.#parts = parts
    this.#now = now
    this.#sockets = new SessionSockets(now)
    this.#committer = new Committer({
      log: store,
      meter,
      onSaving: (saving, error) => this.#onSaving(saving, error),
    })
    this.audit = new AuditTrail((trail) => this.#committer.request(trail))
    this.#rollover = new Rollover({
      ...{ store, gate, dutyOf, log, now },
      retire: (room, why) => this.#rooms.retire(room, why),
    })
    this.#rooms = new Rooms({
      load: (board) => this.#rollover.load(board),
      compact: (...snapshot) => store.compact(...snapshot),
      request: (room) => this.#committer.request(room),
      onOpened: (room) => this.#opened(room),
      onSettings: (board, settings) => parts.onSettings?.(board, settings),
      ...{ log, meter, now, after },
      onNews: (room, news) => this.#tell(room, news),
    })
    const findRoom = (board: BoardId) => this.#rooms.find(board)
    this.read = new BoardReader(this.#rooms, now)
    this.refreshDuty = mirror({
      ...{ findRoom, log, write: writeDuty },
      read: ({ board }) => dutyOf(board),
      complaint: 'the roster was not shown on a board',
    })
    this.#refreshBirths = mirror({
      ...{ findRoom, log, write: writeBirths },
      read: ({ ahead }) => askBirths(ahead, bornAlike),
      complaint: 'equal birth dates were not shown on a board',
    })
    this.#tell = tellNews({ ...parts, refreshBirths: this.#refreshBirths })
    this.#gateway = new Gateway({
      ...{ gate, publicUrl, log, now, rooms: this.#rooms, audit: this.audit },
      onGuest: (guest, socket) => this.#welcome(guest, socket),
    })
  }

  get connections(): number {
    return this.#sockets.size
  }

  connectionsWith(access: Access): number {
    return [...this.#sockets].filter((connection) => connection.access === access).length
  }

  /** For how long the oldest update that is not on disk has waited. */
  get oldestWaitMs(): number {
    return this.#committer.oldestWaitMs
  }

  get rooms(): number {
    return this.#rooms.size
  }

  /** Has the server itself change a board, whether or not anybody has it open. */
  async act(board: BoardId, act: Act): Promise<Outcome> {
    return (await this.#rooms.open(board)).act(act)
  }

  /** Takes a board's alerts that have waited long enough one step further. */
  async advanceAlerts(board: BoardId): Promise<void> {
    const room = await this.#rooms.open(board)
    room.write((doc) => advanceAlerts(doc, this.#now()))
  }

  /** Every half minute: does what has fallen due on the open boards; on others that waits until then. */
  async keepTime(): Promise<void> {
    for (const room of [...this.#rooms]) {
      this.#keepTime(room)
      await this.refreshDuty(room.board) // another day may have begun
      await this.#refreshBirths(room.board) // the register may have changed
      await nextTurn() // so that many boards do not make anybody wait
    }
  }

  attach(server: Server): void {
    const pulse = setInterval(() => this.beat(), PULSE_EVERY_MS)
    server.on('upgrade', this.#gateway.upgrade)
    this.#stops.push(
      () => clearInterval(pulse),
      this.#parts.gate.onSessionEnd((session) => this.#end(session, Close.sessionEnded)),
      this.#parts.gate.onSessionLock((session) => this.#end(session, Close.locked)),
    )
  }

  /** Every PULSE_EVERY_MS: says to everyone that the server lives, and finds out who does not. */
  beat(): void {
    const time = this.#now()
    for (const room of this.#rooms) {
      room.refreshWall() // a new day may have begun
      const pulse = encodeFrame({ type: 'pulse', time, seq: room.seq })
      for (const member of room.members()) member.beat(member.frames ? pulse : KEEP_ALIVE)
      if (this.#committer.saving) this.#rollover.check(room)
    }
  }

  /** Saves what is queued, sends everyone away to come back later, and waits until they are gone. */
  async close(): Promise<void> {
    this.#gateway.close()
    const saved = Promise.all([this.#committer.flush(), this.#rollover.settle()])
    await Promise.race([saved, pause(SHUTDOWN_MS, null, { ref: false })])
    if (!this.#committer.saving) this.#parts.log.error('the last changes could not be saved')
    const connections = [...this.#sockets]
    for (const connection of connections) connection.close(Close.shuttingDown)
    const gone = Promise.all(connections.map(({ closed }) => closed))
    await Promise.race([gone, pause(GOODBYE_MS, null, { ref: false })])
    for (const connection of this.#sockets) connection.terminate()
    for (const stop of this.#stops) stop()
    await this.#rooms.settle()
  }

  #opened(room: Room): void {
    this.#keepTime(room)
    void this.#refreshBirths(room.board)
  }

  #keepTime(room: Room): void {
    try {
      keepTime(room, this.#now())
    } catch (error) {
      this.#parts.log.error({ error, board: room.board }, 'what is due was not done')
    }
  }

  #end(session: SessionId, why: CloseReason): void {
    this.#gateway.end(session, why)
    this.#sockets.end(session, why)
  }

  #welcome({ principal, access, room, frames }: Guest, socket: WebSocket): void {
    const { session } = principal
    const { gate, meter, log } = this.#parts
    const connection = new Connection({
      ...{ socket, room, principal, access, frames, now: this.#now },
      greeting: this.#greeting(access),
      budget: this.#sockets.budgetOf(session),
      touch: () => gate.touch(session),
      onFault: (error) => log.error({ error, board: room.board }, 'a message met a fault'),
    })
    this.#sockets.add(session, connection)
    void connection.closed.then((code) => {
      this.#sockets.delete(session, connection)
      meter.socketClosed(code)
    })
    if (this.#sockets.count(session) > SOCKETS_PER_SESSION) connection.close(Close.tooFast)
  }

  #greeting(access: Access): Frame[] {
    const { build } = this.#parts
    const versions = { protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION, build }
    const hello: Frame = { type: 'hello', ...versions, access, serverTime: this.#now() }
    return this.#committer.saving ? [hello] : [hello, NOT_SAVING]
  }

  #onSaving(saving: boolean, error: unknown): void {
    this.#parts.onSaving?.(saving)
    if (saving) this.#parts.log.info('commits succeed again')
    else this.#parts.log.error({ error }, 'a commit failed and is tried again')
    for (const connection of this.#sockets) connection.tell(saving ? SAVING_AGAIN : NOT_SAVING)
  }
}
