import { createContext } from 'svelte'
import type { BoardId, CaseId, UserId } from '../../shared/ids.ts'
import { HOLD_MS, TELL_EVERY_MS, type Present, type Surface, type View } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'
import { Latest } from '../net/latest.ts'
import { Live } from '../net/live.ts'
import { openersIn } from './openers.ts'
import { WritingState } from './writing.svelte.ts'

/** Who else is here, what they look at and who holds which card. */
export interface Presence {
  readonly people: readonly Present[]
  /** Another person who drags this card just now. */
  holderOf(card: CaseId): Person | null
  /** The others who have a case open. */
  openersOf(card: CaseId): readonly Person[]
  /** Tells others which card is being dragged here, until it is null again. */
  hold(card: CaseId | null): void
  /** Tells others that a case is open here, until what it returns is called. */
  open(card: CaseId): () => void
  /** Calls back when there may be something new in the person's inbox; returns how to stop. */
  onRing(listener: () => void): () => void
}

const NOBODY: readonly Person[] = []

export class PresenceState implements Presence {
  /** Who writes where goes the same way. */
  readonly writing: WritingState
  readonly #me: UserId
  readonly #live: Live
  readonly #views: Latest<View>
  #ringing: readonly (() => void)[] = []
  #people = $state.raw<readonly Present[]>([])
  readonly #openers = $derived.by(() => openersIn(this.#people, this.#me))
  #surface: Surface | null = null
  #openCase: CaseId | null = null
  #renewal: ReturnType<typeof setInterval> | undefined

  /** @param onAlerts called when there may be alerts to ask for */
  constructor(board: BoardId, me: UserId, onAlerts: () => void) {
    this.#me = me
    this.#live = new Live(board, {
      present: (people) => (this.#people = people),
      writers: (writers) => this.writing.hear(writers),
      alerts: onAlerts,
      notices: () => this.#ringing.forEach((listener) => listener()),
    })
    this.#views = new Latest(TELL_EVERY_MS, (view) => this.#live.view(view))
    this.writing = new WritingState(me, (writing) => this.#live.write(writing))
  }

  get people(): readonly Present[] {
    return this.#people
  }

  holderOf(card: CaseId): Person | null {
    return this.#people.find((one) => one.holds === card && one.id !== this.#me) ?? null
  }

  openersOf(card: CaseId): readonly Person[] {
    return this.#openers.get(card) ?? NOBODY
  }

  hold(card: CaseId | null): void {
    clearInterval(this.#renewal)
    this.#live.hold(card)
    if (card !== null) this.#renewal = setInterval(() => this.#live.hold(card), HOLD_MS / 2)
  }

  /** Tells others on which surface one works. */
  enter(surface: Surface): void {
    this.#surface = surface
    this.#tellView()
  }

  open(card: CaseId): () => void {
    this.#openCase = card
    this.#tellView()
    return () => {
      if (this.#openCase !== card) return // the next one opened before this one closed
      this.#openCase = null
      this.#tellView()
    }
  }

  onRing(listener: () => void): () => void {
    this.#ringing = [...this.#ringing, listener]
    return () => {
      this.#ringing = this.#ringing.filter((one) => one !== listener)
    }
  }

  connect(): void {
    void this.#live.connect()
  }

  destroy(): void {
    clearInterval(this.#renewal)
    this.#views.stop()
    this.writing.destroy()
    this.#live.destroy()
  }

  #tellView(): void {
    if (this.#surface !== null) this.#views.say({ surface: this.#surface, case: this.#openCase })
  }
}

export const [getPresence, setPresence] = createContext<Presence>()
