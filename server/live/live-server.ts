import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { accessOf } from '../../shared/access.ts'
import { boardId, caseId, type BoardId, type CaseId } from '../../shared/ids.ts'
import { LIVE_PATH, type ClientEvents, type ServerEvents } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'
import type { Gate } from '../identity/gate.ts'
import { isOwnOrigin } from '../identity/origin.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Log } from '../log.ts'
import { Paced } from './paced.ts'
import { Presence } from './presence.ts'

export type LiveParts = {
  readonly gate: Gate
  readonly publicUrl: URL | null
  readonly log: Log
}

type Who = { session: SessionId; person: Person }
type NoEvents = Record<string, never>
type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, Who>
/** A board with somebody on it, and the way to tell them who. */
type Board = { readonly presence: Presence; readonly news: Paced }

const TELL_EVERY_MS = 1_000
const MESSAGE_MAX = 4 * 1024

/** Presence over socket.io: who is here and who drags what. Displays have no part in it. */
export class LiveServer {
  readonly #gate: Gate
  readonly #log: Log
  readonly #io: Server<ClientEvents, ServerEvents, NoEvents, Who>
  readonly #boards = new Map<BoardId, Board>()
  readonly #stops: readonly (() => void)[]

  constructor(server: HttpServer, { gate, publicUrl, log }: LiveParts) {
    this.#gate = gate
    this.#log = log
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

  /** Sends everyone away; they come back to a server that is there. */
  close(): void {
    for (const stop of this.#stops) stop()
    for (const { news } of this.#boards.values()) news.stop()
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
    socket.on('join', (name) => void this.#join(socket, boardId.safeParse(name).data))
    socket.on('leave', (name) => this.#leave(socket, boardId.safeParse(name).data))
    socket.on('hold', (name, card) =>
      this.#hold(socket, boardId.safeParse(name).data, caseId.safeParse(card).data ?? null),
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
    } catch (error) {
      this.#log.warn({ board: id, error }, 'presence could not be joined')
      return
    }
    const { presence } = this.#boards.get(id) ?? this.#open(id)
    void socket.join(id)
    presence.enter(socket.id, socket.data.person)
    socket.emit('present', id, presence.people)
  }

  #leave(socket: LiveSocket, id: BoardId | undefined): void {
    const board = id && this.#boards.get(id)
    if (!id || !board) return
    void socket.leave(id)
    board.presence.leave(socket.id)
    if (!board.presence.isEmpty) return
    board.news.stop()
    this.#boards.delete(id)
  }

  #hold(socket: LiveSocket, id: BoardId | undefined, card: CaseId | null): void {
    if (!id || accessOf(socket.data.person.role) !== 'write') return
    this.#boards.get(id)?.presence.hold(socket.id, card)
  }

  #open(id: BoardId): Board {
    const presence = new Presence(() => news.call())
    const news = new Paced(TELL_EVERY_MS, () =>
      this.#io.to(id).emit('present', id, presence.people),
    )
    const board = { presence, news }
    this.#boards.set(id, board)
    return board
  }

  #end(session: SessionId): void {
    for (const socket of this.#io.sockets.sockets.values())
      if (socket.data.session === session) socket.disconnect(true)
  }
}
