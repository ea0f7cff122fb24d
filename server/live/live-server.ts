import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { accessOf, may } from '../../shared/access.ts'
import { boardId, caseId, type BoardId, type CaseId, type UserId } from '../../shared/ids.ts'
import { LIVE_PATH, writing, type Writing } from '../../shared/live.ts'
import type { Gate } from '../identity/gate.ts'
import { isOwnOrigin } from '../identity/origin.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Log } from '../log.ts'
import { TokenBucket } from '../token-bucket.ts'
import { LiveBoard, type LiveBoardParts, type LiveSocket, type LiveSockets } from './live-board.ts'

export type LiveParts = Pick<LiveBoardParts, 'log' | 'findCase'> & {
  readonly gate: Gate
  readonly publicUrl: URL | null
}

const MESSAGE_MAX = 4 * 1024
/** What a socket may say; a page says one or two things in a second. */
const MESSAGES = { perSecond: 10, burst: 100 }

/** socket.io's part: who is here, drags what and writes where. Displays have no part in it. */
export class LiveServer {
  readonly #gate: Gate
  readonly #log: Log
  readonly #findCase: LiveParts['findCase']
  readonly #io: LiveSockets
  readonly #boards = new Map<BoardId, LiveBoard>()
  readonly #stops: readonly (() => void)[]

  constructor(server: HttpServer, { gate, publicUrl, log, findCase }: LiveParts) {
    this.#gate = gate
    this.#log = log
    this.#findCase = findCase
    this.#io = new Server(server, {
      path: LIVE_PATH,
      serveClient: false,
      destroyUpgrade: false, // documents' sockets are not socket.io's to end
      perMessageDeflate: false,
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

  /** Rings at every page that these people have open. */
  ring(people: readonly UserId[]): void {
    if (people.length > 0) this.#io.to(people.map(roomOf)).emit('notices')
  }

  /** Sends everyone away; they come back to a server that is there. */
  close(): void {
    for (const stop of this.#stops) stop()
    for (const board of this.#boards.values()) board.stop()
    this.#io.engine.close()
  }

  async #identify(socket: LiveSocket): Promise<Error | undefined> {
    const principal = await this.#gate
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
    socket.on('join', (name) => void this.#join(socket, boardId.safeParse(name).data))
    socket.on('leave', (name) => this.#leave(socket, boardId.safeParse(name).data))
    socket.on('hold', (name, card) =>
      this.#hold(socket, boardId.safeParse(name).data, caseId.safeParse(card).data ?? null),
    )
    socket.on('write', (name, mark) =>
      this.#write(socket, boardId.safeParse(name).data, writing.nullable().safeParse(mark).data),
    )
    socket.on('disconnect', () => [...this.#boards.keys()].forEach((id) => this.#leave(socket, id)))
  }

  async #join(socket: LiveSocket, id: BoardId | undefined): Promise<void> {
    if (id === undefined) return
    try {
      // Asked anew: the session may have ended while the socket was being opened.
      const principal = await this.#gate.authenticate(socket.handshake.headers.cookie)
      const entry = principal && (await this.#gate.enter(principal, id))
      if (!entry || !socket.connected) return
      const board = this.#boards.get(id) ?? this.#open(id)
      board.enter(socket)
    } catch (error) {
      this.#log.warn({ board: id, error }, 'presence could not be joined')
    }
  }

  #leave(socket: LiveSocket, id: BoardId | undefined): void {
    const board = id && this.#boards.get(id)
    if (!id || !board) return
    board.leave(socket)
    if (!board.presence.isEmpty) return
    board.stop()
    this.#boards.delete(id)
  }

  #hold(socket: LiveSocket, id: BoardId | undefined, card: CaseId | null): void {
    if (!id || accessOf(socket.data.person.role) !== 'write') return
    this.#boards.get(id)?.presence.hold(socket.id, card)
  }

  /** Only where the socket itself is, and of texts that its person may write. */
  #write(socket: LiveSocket, id: BoardId | undefined, mark: Writing | null | undefined): void {
    const { person } = socket.data
    if (!id || mark === undefined || !socket.rooms.has(id) || !may(person.role, 'sbar')) return
    this.#boards.get(id)?.writers.write(socket.id, person, mark)
  }

  #open(id: BoardId): LiveBoard {
    const parts = { io: this.#io, log: this.#log, findCase: this.#findCase }
    const board = new LiveBoard(id, parts)
    this.#boards.set(id, board)
    return board
  }

  #end(session: SessionId): void {
    for (const socket of this.#io.sockets.sockets.values())
      if (socket.data.session === session) socket.disconnect(true)
  }
}

/** A person's room has a name that no board can have. */
const roomOf = (person: UserId): string => `person:${person}`
