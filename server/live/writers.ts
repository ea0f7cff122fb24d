import type { UserId } from '../../shared/ids.ts'
import { WRITING_MS, type Writer, type Writing } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'

type Seat = { readonly socket: string; readonly writer: Writer; readonly stops: NodeJS.Timeout }

/** Who writes on one board. A person writes in one place: the latest. */
export class Writers {
  readonly #onChange: () => void
  readonly #seats = new Map<UserId, Seat>()

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get all(): Writer[] {
    return [...this.#seats.values()].map(({ writer }) => writer)
  }

  /** Notes where somebody writes, or that they have stopped. It ends by itself after WRITING_MS. */
  write(socket: string, person: Person, writing: Writing | null): void {
    if (writing === null) return this.stop(socket)
    clearTimeout(this.#seats.get(person.id)?.stops)
    const stops = setTimeout(() => this.stop(socket), WRITING_MS).unref()
    this.#seats.set(person.id, { socket, writer: { ...person, ...writing }, stops })
    this.#onChange()
  }

  /** Forgets what was written through a socket. */
  stop(socket: string): void {
    for (const [person, seat] of this.#seats) {
      if (seat.socket !== socket) continue
      clearTimeout(seat.stops)
      this.#seats.delete(person)
      this.#onChange()
    }
  }
}
