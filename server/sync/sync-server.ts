import type { Server } from 'node:http'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Access } from '../../shared/access.ts'
import { readCase, readCases, SCHEMA_VERSION } from '../../shared/board-document.ts'
import type { Case, Receiver } from '../../shared/case.ts'
import { dayListOf, type DayList } from '../../shared/day-list.ts'
import { NO_DUTY } from '../../shared/duty.ts'
import { handoverListOf, type HandoverList } from '../../shared/handover-list.ts'
import type { BoardId, CaseId, PatientId } from '../../shared/ids.ts'
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
import { Connection } from './connection.ts'
import { DutyMirror } from './duty-mirror.ts'
import { Gateway, type Guest } from './gateway.ts'
import { keepTime } from './keep-time.ts'
import { keepableCases } from './opening.ts'
import { Rollover } from './rollover.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { KEEP_ALIVE } from './server-frame.ts'
import { SessionSockets } from './session-sockets.ts'
import type { SyncParts } from './sync-parts.ts'

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
  readonly duty: DutyMirror
  readonly #rooms: Rooms
  readonly #rollover: Rollover
  readonly #gateway: Gateway
  readonly #sockets: SessionSockets
  readonly #stops: (() => void)[] = []

  constructor(parts: SyncParts) {
    const { store, gate, publicUrl, log, meter, now = Date.now } = parts
    const dutyOf = parts.dutyOf ?? (async () => NO_DUTY)
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
      onOpened: (room) => this.#keepTime(room),
      onSettings: (board, settings) => parts.onSettings?.(board, settings),
      onNotices: (people) => parts.onNotices?.(people),
      ...{ log, meter, now, after },
      onAlerts: (changes) => parts.onAlerts?.(changes),
    })
    this.duty = new DutyMirror({ findRoom: (board) => this.#rooms.find(board), dutyOf, log })
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
      await this.duty.refresh(room.board) // another day may have begun
      await nextTurn() // so that many boards do not make anybody wait
    }
  }

  /** A case as its board has it on disk; null when it is not there. */
  async findCase(board: BoardId, id: CaseId): Promise<Case | null> {
    return readCase((await this.#rooms.open(board)).team.doc, id)
  }

  /** A board's cases as they are on disk, ended ones among them. */
  async casesOf(board: BoardId): Promise<Case[]> {
    return readCases((await this.#rooms.open(board)).team.doc)
  }

  /** A patient's live cases as their board has them on disk. */
  async casesOfPatient(board: BoardId, patient: PatientId): Promise<Case[]> {
    const cases = await this.casesOf(board)
    return cases.filter((one) => one.patient.ref === patient && one.closed.how === null)
  }

  /** What a board's team would need on paper just now. */
  async dayListOf(board: BoardId): Promise<DayList> {
    return dayListOf((await this.#rooms.open(board)).team.doc, this.#now())
  }

  /** What a board's team hands over to one receiver just now. */
  async handoverListOf(board: BoardId, to: Receiver): Promise<HandoverList> {
    return handoverListOf((await this.#rooms.open(board)).team.doc, to, this.#now())
  }

  /** The cases of a board on disk that a device may keep. */
  async keepableCases(board: BoardId): Promise<CaseId[]> {
    return keepableCases((await this.#rooms.open(board)).team.doc)
  }

  /** Makes up for a night that a board has missed, if it has. */
  async catchUp(board: BoardId): Promise<void> {
    await this.#rooms.open(board)
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
