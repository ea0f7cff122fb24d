import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { HOLD_MS, type Present, type View } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'

type Seat = {
  readonly person: Person
  readonly since: Timestamp
  view: View | null
  holds: CaseId | null
  letsGo?: NodeJS.Timeout
}

/** So many of a person's windows are told of. */
const VIEWS_MAX = 5

/** Who is on one board, by socket: a person with two tabs open is here once. */
export class Presence {
  readonly #onChange: () => void
  readonly #now: () => number
  readonly #seats = new Map<string, Seat>()

  constructor(onChange: () => void, now: () => number = Date.now) {
    this.#onChange = onChange
    this.#now = now
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0
  }

  /** Everyone here since their first socket came, what they look at, and the card that each holds. */
  get people(): Present[] {
    const people = new Map<UserId, Present>()
    for (const { person, since, view, holds } of this.#seats.values()) {
      const known = people.get(person.id) ?? { ...person, since, views: [], holds: null }
      const views = withView(known.views, view)
      people.set(person.id, { ...known, views, holds: known.holds ?? holds })
    }
    return [...people.values()]
  }

  enter(socket: string, person: Person): void {
    if (this.#seats.has(socket)) return
    this.#seats.set(socket, { person, since: this.#now(), view: null, holds: null })
    this.#onChange()
  }

  leave(socket: string): void {
    const seat = this.#seats.get(socket)
    if (!seat) return
    clearTimeout(seat.letsGo)
    this.#seats.delete(socket)
    this.#onChange()
  }

  /** Notes what a socket's window shows. */
  view(socket: string, view: View): void {
    const seat = this.#seats.get(socket)
    if (!seat || (seat.view && isSame(seat.view, view))) return
    seat.view = view
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

const isSame = (one: View, other: View): boolean =>
  one.surface === other.surface && one.case === other.case

/** Two windows that show the same are one. */
function withView(views: readonly View[], view: View | null): readonly View[] {
  if (view === null || views.some((other) => isSame(other, view))) return views
  return [...views, view].slice(-VIEWS_MAX)
}
