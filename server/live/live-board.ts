import type { Server, Socket } from 'socket.io'
import { mayShow } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import {
  TELL_EVERY_MS,
  type ClientEvents,
  type ServerEvents,
  type Writer,
} from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Log } from '../log.ts'
import { Paced } from './paced.ts'
import { Presence } from './presence.ts'
import { Writers } from './writers.ts'

export type Who = { session: SessionId; person: Person }
type NoEvents = Record<string, never>
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, Who>
export type LiveSockets = Server<ClientEvents, ServerEvents, NoEvents, Who>

export type LiveBoardParts = {
  readonly io: LiveSockets
  readonly log: Log
  /** A case as its board has it just now; null when it is not there. */
  readonly findCase: (board: BoardId, id: CaseId) => Promise<Case | null>
}

/** A board with somebody on it, and the ways to tell them who is here and what they are at. */
export class LiveBoard {
  readonly presence: Presence
  readonly writers: Writers
  readonly #id: BoardId
  readonly #parts: LiveBoardParts
  readonly #presentNews = new Paced(TELL_EVERY_MS, () => this.#tellPresent())
  readonly #writersNews = new Paced(TELL_EVERY_MS, () => void this.#tellWriters())

  constructor(id: BoardId, parts: LiveBoardParts) {
    this.#id = id
    this.#parts = parts
    this.presence = new Presence(() => this.#presentNews.call())
    this.writers = new Writers(() => this.#writersNews.call())
  }

  enter(socket: LiveSocket): void {
    void socket.join(this.#id)
    this.presence.enter(socket.id, socket.data.person)
    socket.emit('present', this.#id, this.presence.people)
    if (this.writers.all.length > 0) this.#writersNews.call()
  }

  leave(socket: LiveSocket): void {
    void socket.leave(this.#id)
    this.presence.leave(socket.id)
    this.writers.stop(socket.id)
  }

  stop(): void {
    this.#presentNews.stop()
    this.#writersNews.stop()
  }

  #tellPresent(): void {
    this.#parts.io.to(this.#id).emit('present', this.#id, this.presence.people)
  }

  /** Each hears of those cases alone whose content both they and the writer may see just now. */
  async #tellWriters(): Promise<void> {
    const { io, log, findCase } = this.#parts
    try {
      const ids = new Set(this.writers.all.map((writer) => writer.case))
      const found = await Promise.all([...ids].map((id) => findCase(this.#id, id)))
      const cases = found.filter((one) => one !== null)
      for (const socket of await io.in(this.#id).fetchSockets())
        socket.emit('writers', this.#id, heardBy(socket.data.person, this.writers.all, cases))
    } catch (error) {
      log.warn({ board: this.#id, error }, 'who writes could not be told')
    }
  }
}

const heardBy = (person: Person, writers: readonly Writer[], cases: readonly Case[]): Writer[] =>
  writers.filter((writer) => {
    const one = cases.find(({ id }) => id === writer.case)
    return one !== undefined && mayShow(one, writer) && mayShow(one, person)
  })
