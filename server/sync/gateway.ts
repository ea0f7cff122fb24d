import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Access } from '../../shared/access.ts'
import { SCHEMA_VERSION } from '../../shared/board-document.ts'
import { FRAME_MAX } from '../../shared/limits.ts'
import { LIVE_PATH } from '../../shared/live.ts'
import { Close, type CloseReason } from '../../shared/wire.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { Gate } from '../identity/gate.ts'
import { isOwnOrigin } from '../identity/origin.ts'
import type { Principal, SessionId } from '../identity/principal.ts'
import type { Log } from '../log.ts'
import { readAddress, type Address } from './address.ts'
import { JoinThrottle } from './join-throttle.ts'
import { openingOf } from './opening.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

/** Somebody who may come in, and where to. */
export type Guest = {
  readonly principal: Principal
  readonly access: Access
  readonly room: Room
  readonly frames: boolean
}

export type GatewayParts = {
  readonly gate: Gate
  readonly rooms: Pick<Rooms, 'open'>
  readonly audit: AuditLog
  readonly publicUrl: URL | null
  readonly log: Log
  readonly now: () => number
  readonly onGuest: (guest: Guest, socket: WebSocket) => void
}

/** Larger frames end in ws's own 1009 before they are read; up to this they get our 4413. */
const PAYLOAD_MAX = 4 * FRAME_MAX
/** How long a peer may take to answer our close. */
const GOODBYE_MS = 5_000

const SOCKETS = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: PAYLOAD_MAX,
  closeTimeout: GOODBYE_MS, // its types do not know it yet
}

/**
 * Decides on each upgrade whether it becomes a document's socket. A browser cannot read the
 * status of an upgrade that failed, so who may not come in is let in to hear why, and closed.
 */
export class Gateway {
  readonly #parts: GatewayParts
  readonly #sockets = new WebSocketServer(SOCKETS)
  readonly #joins = new JoinThrottle()
  /** Upgrades under way, and the sessions that ended or were locked meanwhile. */
  #deciding = 0
  readonly #ended = new Map<SessionId, CloseReason>()
  #isClosed = false
  readonly #closing = Promise.withResolvers<void>()

  constructor(parts: GatewayParts) {
    this.#parts = parts
  }

  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { url = '', headers } = request
    if (url.startsWith(`${LIVE_PATH}/`)) return // socket.io's
    const address = readAddress(url)
    if (address === null) return refuse(socket, '404 Not Found')
    if (!isOwnOrigin(headers, this.#parts.publicUrl)) return refuse(socket, '403 Forbidden')
    this.#answer(address, request, socket, head).catch((error: unknown) => {
      this.#parts.log.error({ board: address.board, error }, 'a socket could not be served')
      socket.destroy()
    })
  }

  /** Nobody comes in with this session now, not even who has just been asked for it. */
  end(session: SessionId, why: CloseReason): void {
    if (this.#deciding > 0) this.#ended.set(session, why)
  }

  /** From now on everybody is told to come back later. */
  close(): void {
    this.#isClosed = true
    this.#closing.resolve()
  }

  async #answer(
    address: Address,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    socket.on('error', ignore)
    this.#deciding++
    try {
      const verdict = this.#stillHolds(await this.#decide(address, request))
      this.#sockets.handleUpgrade(request, socket, head, (opened) => {
        if (!('code' in verdict)) return this.#parts.onGuest(verdict, opened)
        opened.on('error', ignore)
        opened.close(verdict.code, verdict.reason)
      })
    } finally {
      if (--this.#deciding === 0) this.#ended.clear()
    }
  }

  async #decide(address: Address, request: IncomingMessage): Promise<Guest | CloseReason> {
    const { gate, rooms, audit, log, now } = this.#parts
    const { board, epoch, frames, schema } = address
    try {
      if (!(await this.#joins.take(request))) return Close.tooFast
      const { cookie } = request.headers
      const principal = await gate.authenticate(cookie)
      if (principal === null)
        return (await gate.isLocked(cookie)) ? Close.locked : Close.sessionEnded
      const entry = await gate.enter(principal, board)
      if (entry === null) return Close.noSuchBoard
      if (entry.epoch !== epoch) return Close.otherEpoch
      if (schema !== null && schema < SCHEMA_VERSION) return Close.reloadNeeded
      const found = await rooms.open(board)
      if (found.epoch !== epoch) return Close.otherEpoch // a night was made up for just now
      const logged = audit.record(board, openingOf(principal, frames, found.team.doc, now()))
      await Promise.race([logged, this.#closing.promise])
      const room = await rooms.open(board) // it may have been unloaded meanwhile
      if (room.epoch !== epoch) return Close.otherEpoch
      return { principal, access: entry.access, room, frames }
    } catch (error) {
      log.error({ board, error }, 'a board could not be opened')
      return Close.loadFailed
    }
  }

  /** What may have changed while the decision was being made. */
  #stillHolds(decision: Guest | CloseReason): Guest | CloseReason {
    if (this.#isClosed) return Close.shuttingDown
    const ended = 'principal' in decision && this.#ended.get(decision.principal.session)
    return ended || decision
  }
}

const ignore = () => {}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', ignore)
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
