import type { Server, Socket } from 'socket.io'
import { isOfPair } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import type { ClientEvents, Present, ServerEvents } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Log } from '../log.ts'
import { Hearing } from './hearing.ts'
import { Paced } from './paced.ts'
import { Presence } from './presence.ts'
import { Writers } from './writers.ts'

export type Who = { session: SessionId; person: Person }
type NoEvents = Record<string, never>
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, Who>
export type LiveSockets = Server<ClientEvents, ServerEvents, NoEvents, Who>
/** One socket, or many that are told the same. */
type Listeners = Pick<ReturnType<LiveSockets['to']>, 'emit'>

export type LiveBoardParts = {
  readonly io: LiveSockets
  readonly log: Log
  /** A case as its board has it just now; null when it is not there. */
  readonly findCase: (board: BoardId, id: CaseId) => Promise<Case | null>
  readonly tellEveryMs: number
}

/** A board with somebody on it, and the ways to tell them who is here and what they are at. */
export class LiveBoard {
  readonly presence: Presence
  readonly writers: Writers
  readonly #id: BoardId
  readonly #parts: LiveBoardParts
  readonly #presentNews: Paced
  readonly #writersNews: Paced
  #isOver = false

  constructor(id: BoardId, parts: LiveBoardParts) {
    this.#id = id
    this.#parts = parts
    this.#presentNews = new Paced(parts.tellEveryMs, () => void this.#tellPresent())
    this.#writersNews = new Paced(parts.tellEveryMs, () => void this.#tellWriters())
    this.presence = new Presence(() => this.#presentNews.call())
    this.writers = new Writers(() => this.#writersNews.call())
  }

  enter(socket: LiveSocket): void {
    void socket.join(this.#id)
    this.presence.enter(socket.id, socket.data.person)
    if (this.writers.all.length > 0) this.#writersNews.call()
  }

  leave(socket: LiveSocket): void {
    void socket.leave(this.#id)
    this.presence.leave(socket.id)
    this.writers.stop(socket.id)
  }

  stop(): void {
    this.#isOver = true
    this.#presentNews.stop()
    this.#writersNews.stop()
  }

  #tellPresent(): Promise<void> {
    const about = this.presence.people.flatMap(casesOf)
    return this.#tell(about, (to, hearing) =>
      to.emit('present', this.#id, hearing.present(this.presence.people)),
    )
  }

  #tellWriters(): Promise<void> {
    const about = this.writers.all.map((writer) => writer.case)
    return this.#tell(about, (to, hearing) =>
      to.emit('writers', this.#id, hearing.writers(this.writers.all)),
    )
  }

  /** All who hear the same get one packet, encoded once; a protected identity's pair hear more. */
  async #tell(
    about: readonly CaseId[],
    say: (to: Listeners, hearing: Hearing) => void,
  ): Promise<void> {
    const { io, log, findCase } = this.#parts
    try {
      const ids = [...new Set(about)]
      const found = await Promise.all(ids.map((id) => findCase(this.#id, id)))
      const cases = found.filter((one) => one !== null)
      const hidden = cases.filter(({ patient }) => patient.protected)
      const here = hidden.length === 0 ? [] : await io.in(this.#id).fetchSockets()
      if (this.#isOver) return
      const known = new Map(cases.map((one) => [one.id, one]))
      const pairs = here.filter(({ data }) => hidden.some((one) => isOfPair(one, data.person)))
      say(io.to(this.#id).except(pairs.map(({ id }) => id)), new Hearing(known, null))
      for (const socket of pairs) say(socket, new Hearing(known, socket.data.person))
    } catch (error) {
      log.warn({ board: this.#id, error }, 'people could not be told of each other')
    }
  }
}

const casesOf = ({ views, holds }: Present): CaseId[] =>
  [...views.map((view) => view.case), holds].filter((id) => id !== null)
