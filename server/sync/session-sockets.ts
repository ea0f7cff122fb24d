import type { CloseReason } from '../../shared/wire.ts'
import type { SessionId } from '../identity/principal.ts'
import { Budget } from './budget.ts'
import type { Connection } from './connection.ts'

type Open = { readonly sockets: Set<Connection>; readonly budget: Budget }

/** Every open socket, by the session that it belongs to, shares a budget with and ends with. */
export class SessionSockets {
  readonly #bySession = new Map<SessionId, Open>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get size(): number {
    return this.#bySession.values().reduce((sum, { sockets }) => sum + sockets.size, 0)
  }

  *[Symbol.iterator](): IterableIterator<Connection> {
    for (const { sockets } of this.#bySession.values()) yield* sockets
  }

  count(session: SessionId): number {
    return this.#bySession.get(session)?.sockets.size ?? 0
  }

  budgetOf(session: SessionId): Budget {
    return this.#at(session).budget
  }

  add(session: SessionId, connection: Connection): void {
    this.#at(session).sockets.add(connection)
  }

  delete(session: SessionId, connection: Connection): void {
    const open = this.#bySession.get(session)
    if (open?.sockets.delete(connection) && open.sockets.size === 0) this.#bySession.delete(session)
  }

  end(session: SessionId, why: CloseReason): void {
    for (const connection of this.#bySession.get(session)?.sockets ?? []) connection.close(why)
  }

  #at(session: SessionId): Open {
    const open = this.#bySession.get(session) ?? {
      sockets: new Set(),
      budget: new Budget(this.#now),
    }
    this.#bySession.set(session, open)
    return open
  }
}
