import { Close } from '../../shared/wire.ts'
import type { SessionId } from '../identity/principal.ts'
import type { Connection } from './connection.ts'

/** Every open socket, by the session that it belongs to and ends with. */
export class SessionSockets {
  readonly #bySession = new Map<SessionId, Set<Connection>>()

  get size(): number {
    return this.#bySession.values().reduce((sum, sockets) => sum + sockets.size, 0)
  }

  *[Symbol.iterator](): IterableIterator<Connection> {
    for (const sockets of this.#bySession.values()) yield* sockets
  }

  count(session: SessionId): number {
    return this.#bySession.get(session)?.size ?? 0
  }

  add(session: SessionId, connection: Connection): void {
    const sockets = this.#bySession.get(session) ?? new Set()
    this.#bySession.set(session, sockets.add(connection))
  }

  delete(session: SessionId, connection: Connection): void {
    const sockets = this.#bySession.get(session)
    if (sockets?.delete(connection) && sockets.size === 0) this.#bySession.delete(session)
  }

  end(session: SessionId): void {
    for (const connection of this.#bySession.get(session) ?? [])
      connection.close(Close.sessionEnded)
  }
}
