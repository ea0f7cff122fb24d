import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readMeta } from '../../../shared/board-document.ts'
import type { BoardSummary } from '../../../shared/api.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { Person } from '../../../shared/person.ts'
import type { Deed } from '../deeds.ts'
import { DayFailure } from './day-failure.ts'
import { Door } from './door.ts'
import { Seat } from './seat.ts'

/** How long a change may take to reach everybody: the server may be restarting. */
const PATIENCE_MS = 30_000

/** One virtual member of the team: signed in, with a socket and a document of their own. */
export class Teammate {
  readonly person: Person
  readonly doc: Y.Doc
  readonly #door: Door
  readonly #provider: WebsocketProvider
  readonly #seat: Seat

  private constructor(person: Person, door: Door, { id, epoch }: BoardSummary) {
    this.person = person
    this.doc = new Y.Doc()
    this.#door = door
    const sync = new URL('/sync', door.server)
    sync.protocol = sync.protocol.replace('http', 'ws')
    this.#provider = new WebsocketProvider(sync.href, `${id}@${epoch}`, this.doc, {
      WebSocketPolyfill: withCookie(door.cookie),
      disableBc: true,
    })
    this.#seat = new Seat(door, id)
  }

  static async enter(server: URL, account: string, board: string): Promise<Teammate> {
    const door = await Door.signIn(server, account)
    const summary = await door.boardNamed(board)
    const teammate = new Teammate(await door.whoAmI(), door, summary)
    await teammate.#until(() => teammate.#provider.synced)
    return teammate
  }

  get firstName(): string {
    return this.person.name.split(' ', 1)[0] ?? this.person.name
  }

  does(id: CaseId, deed: Deed, at: Timestamp): Outcome {
    const { id: by, role } = this.person
    return this.doc.transact(() => deed(this.doc, id, { by, role, at }), this)
  }

  /** Waits until this person's board shows what another has done, and the server's note of it. */
  async sees(other: Teammate, id: CaseId): Promise<void> {
    const { clientID, store } = other.doc
    const done = Y.getState(store, clientID)
    await this.#until(
      () => Y.getState(this.doc.store, clientID) >= done && readMeta(this.doc, id) !== null,
    )
  }

  /** Takes hold of a card before moving it, or lets go: others see it. */
  hold(id: CaseId | null): void {
    this.#seat.hold(id)
  }

  async leave(): Promise<void> {
    this.#seat.leave()
    this.#provider.destroy()
    this.doc.destroy()
    await this.#door.signOut().catch(() => undefined) // a server that is gone has no session left
  }

  #until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(late)
        this.doc.off('update', check)
        this.#provider.off('sync', check)
        this.#provider.off('closed', fail)
        end()
      }
      const check = () => {
        if (holds()) settle(resolve)
      }
      const fail = ({ code, reason }: { code: number; reason: string }) =>
        settle(() =>
          reject(new DayFailure(`Servern stängde ${this.firstName} ute: ${reason} (${code})`)),
        )
      const giveUp = () =>
        settle(() => reject(new DayFailure(`Servern svarar inte ${this.firstName} längre.`)))
      const late = setTimeout(giveUp, PATIENCE_MS)
      this.doc.on('update', check)
      this.#provider.on('sync', check)
      this.#provider.on('closed', fail)
      check()
    })
  }
}

/** Browsers send the session's cookie by themselves; Node's own WebSocket is told to. */
function withCookie(cookie: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } })
    }
  }
}
