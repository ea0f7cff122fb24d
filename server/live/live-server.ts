import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { accessOf, may } from '../../shared/access.ts'
import { boardId, caseId, type BoardId, type UserId } from '../../shared/ids.ts'
import {
  LIVE_PATH,
  PING_EVERY_MS,
  PING_TIMEOUT_MS,
  TELL_EVERY_MS,
  view,
  writing,
  type Bell,
} from '../../shared/live.ts'
import type { Gate } from '../identity/gate.ts'
import { isOwnOrigin } from '../identity/origin.ts'
import type { SessionId } from '../identity/principal.ts'
import { TokenBucket } from '../token-bucket.ts'
import { LiveBoard, type LiveBoardParts, type LiveSocket, type LiveSockets } from './live-board.ts'

export type LiveParts = Pick<LiveBoardParts, 'log' | 'findCase'> & {
  readonly gate: Gate
  readonly publicUrl: URL | null
  /** How often a client has to show that it is still there, and how long it may take to. */
  readonly pings?: { readonly everyMs: number; readonly timeoutMs: number }
  /** Nobody is told of others more often. */
  readonly tellEveryMs?: number
}

const PINGS = { everyMs: PING_EVERY_MS, timeoutMs: PING_TIMEOUT_MS }
const MESSAGE_MAX = 4 * 1024
/** What a socket may say; a page says one or two things in a second. */
const MESSAGES = { perSecond: 10, burst: 100 }

/** socket.io's part: who is here, looks at, drags and writes what. Displays have no part in it. */
export class LiveServer {
  readonly #parts: LiveParts
  readonly #io: LiveSockets
  readonly #boards = new Map<BoardId, LiveBoard>()
  readonly #stops: readonly (() => void)[]

  constructor(server: HttpServer, parts: LiveParts) {
    const { gate, publicUrl, pings = PINGS } = parts
    this.#parts = parts
    this.#io = new Server(server, {
      path: LIVE_PATH,
      serveClient: false,
      destroyUpgrade: false, // documents' sockets are not socket.io's to end
      perMessageDeflate: false,
      pingInterval: pings.everyMs,
      pingTimeout: pings.timeoutMs,
      maxHttpBufferSize: MESSAGE_MAX,
      allowRequest: ({ headers }, answer) => answer(null, isOwnOrigin(headers, publicUrl)),
    })
    this.#io.use((socket, next) => void this.#identify(socket).then(next))
    this.#io.on('connection', (socket) => this.#welcome(socket))
    this.#stops = [
      gate.onSessionEnd((session) => this.#end(session)),
      gate.onSessionLock((session) => this.#end(session)),
    ]
  }

  /** People's open sockets. */
  get sockets(): number {
    return this.#io.sockets.sockets.size
  }

  /** Boards with somebody on them. */
  get boards(): number {
    return this.#boards.size
  }

  /** Tells people, at every page that they have open, that there is something to ask for. */
  ring(bell: Bell, people: readonly UserId[]): void {
    if (people.length > 0) this.#io.to(people.map(roomOf)).emit(bell)
  }

  /** Sends everyone away; they come back to a server that is there. */
  close(): void {
    for (const stop of this.#stops) stop()
    for (const board of this.#boards.values()) board.stop()
    this.#io.engine.close()
  }

  async #identify(socket: LiveSocket): Promise<Error | undefined> {
    const principal = await this.#parts.gate
      .authenticate(socket.handshake.headers.cookie)
      .catch(() => null)
    if (principal?.kind !== 'person') return new Error('signed-out')
    socket.data = { session: principal.session, person: principal.person }
    return undefined
  }

  #welcome(socket: LiveSocket): void {
    void socket.join(roomOf(socket.data.person.id))
    const messages = new TokenBucket(MESSAGES.perSecond, MESSAGES.burst, Date.now)
    socket.use((_message, next) => void (messages.take(1) ? next() : socket.disconnect(true)))
    /** Joining takes a moment, and what is said meanwhile is about afterwards. */
    let turn = Promise.resolve()
    const inTurn =
      (act: (id: BoardId, what: unknown) => void | Promise<void>) =>
      (name: unknown, what?: unknown): void => {
        const id = boardId.safeParse(name).data
        if (id === undefined) return
        turn = turn.then(() => act(id, what)).catch((error: unknown) => this.#warn(id, error))
      }
    socket.on(
      'join',
      inTurn((id) => this.#join(socket, id)),
    )
    socket.on(
      'leave',
      inTurn((id) => this.#leave(socket, id)),
    )
    socket.on(
      'view',
      inTurn((id, what) => this.#view(socket, id, what)),
    )
    socket.on(
      'hold',
      inTurn((id, card) => this.#hold(socket, id, card)),
    )
    socket.on(
      'write',
      inTurn((id, mark) => this.#write(socket, id, mark)),
    )
    socket.on('disconnect', () => [...this.#boards.keys()].forEach((id) => this.#leave(socket, id)))
  }

  async #join(socket: LiveSocket, id: BoardId): Promise<void> {
    // Asked anew: the session may have ended while the socket was being opened.
    const principal = await this.#parts.gate.authenticate(socket.handshake.headers.cookie)
    const entry = principal && (await this.#parts.gate.enter(principal, id))
    if (!entry || !socket.connected) return
    const board = this.#boards.get(id) ?? this.#open(id)
    board.enter(socket)
  }

  #leave(socket: LiveSocket, id: BoardId): void {
    const board = this.#boards.get(id)
    if (!board) return
    board.leave(socket)
    if (!board.presence.isEmpty) return
    board.stop()
    this.#boards.delete(id)
  }

  #view(socket: LiveSocket, id: BoardId, what: unknown): void {
    const { data } = view.safeParse(what)
    if (data) this.#boards.get(id)?.presence.view(socket.id, data)
  }

  #hold(socket: LiveSocket, id: BoardId, card: unknown): void {
    if (accessOf(socket.data.person.role) !== 'write') return
    this.#boards.get(id)?.presence.hold(socket.id, caseId.safeParse(card).data ?? null)
  }

  /** Only where the socket itself is, and of texts that its person may write. */
  #write(socket: LiveSocket, id: BoardId, mark: unknown): void {
    const { person } = socket.data
    const { data } = writing.nullable().safeParse(mark)
    if (data === undefined || !socket.rooms.has(id) || !may(person.role, 'sbar')) return
    this.#boards.get(id)?.writers.write(socket.id, person, data)
  }

  #open(id: BoardId): LiveBoard {
    const { log, findCase, tellEveryMs = TELL_EVERY_MS } = this.#parts
    const board = new LiveBoard(id, { io: this.#io, log, findCase, tellEveryMs })
    this.#boards.set(id, board)
    return board
  }

  #warn(board: BoardId, error: unknown): void {
    this.#parts.log.warn({ board, error }, 'what a live socket said met a fault')
  }

  #end(session: SessionId): void {
    for (const socket of this.#io.sockets.sockets.values())
      if (socket.data.session === session) socket.disconnect(true)
  }
}

/** A person's room has a name that no board can have. */
const roomOf = (person: UserId): string => `person:${person}`
