import type { CaseId, UserId } from '../../shared/ids.ts'
import { HOLD_MS, type Present } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'

type Seat = { readonly person: Person; holds: CaseId | null; letsGo?: NodeJS.Timeout }

/** Who is on one board, by socket: a person with two tabs open is here once. */
export class Presence {
  readonly #onChange: () => void
  readonly #seats = new Map<string, Seat>()

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0
  }

  /** Everyone here, and the card that each holds. */
  get people(): Present[] {
    const people = new Map<UserId, Present>()
    for (const { person, holds } of this.#seats.values())
      people.set(person.id, { ...person, holds: people.get(person.id)?.holds ?? holds })
    return [...people.values()]
  }

  enter(socket: string, person: Person): void {
    this.#seats.set(socket, { person, holds: null })
    this.#onChange()
  }

  leave(socket: string): void {
    const seat = this.#seats.get(socket)
    if (!seat) return
    clearTimeout(seat.letsGo)
    this.#seats.delete(socket)
    this.#onChange()
  }

  /** Takes hold of a card, renews the hold, or lets go. A hold ends by itself after HOLD_MS. */
  hold(socket: string, card: CaseId | null): void {
    const seat = this.#seats.get(socket)
    if (!seat) return
    clearTimeout(seat.letsGo)
    if (card !== null) seat.letsGo = setTimeout(() => this.hold(socket, null), HOLD_MS).unref()
    if (card === seat.holds) return
    seat.holds = card
    this.#onChange()
  }
}
