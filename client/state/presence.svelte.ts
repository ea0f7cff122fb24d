import { createContext } from 'svelte'
import type { BoardId, CaseId, UserId } from '../../shared/ids.ts'
import { HOLD_MS, type Present } from '../../shared/live.ts'
import { Live } from '../net/live.ts'
import { WritingState } from './writing.svelte.ts'

/** Who else is here and who holds which card. */
export interface Presence {
  readonly people: readonly Present[]
  /** Another person who drags this card just now. */
  holderOf(card: CaseId): Present | null
  /** Tells others which card is being dragged here, until it is null again. */
  hold(card: CaseId | null): void
  /** Calls back when there may be something new in the person's inbox; returns how to stop. */
  onRing(listener: () => void): () => void
}

export class PresenceState implements Presence {
  /** Who writes where goes the same way. */
  readonly writing: WritingState
  readonly #me: UserId
  readonly #live: Live
  #ringing: readonly (() => void)[] = []
  #people = $state.raw<readonly Present[]>([])
  #renewal: ReturnType<typeof setInterval> | undefined

  constructor(board: BoardId, me: UserId) {
    this.#me = me
    this.#live = new Live(board, {
      present: (people) => (this.#people = people),
      writers: (writers) => this.writing.hear(writers),
      rang: () => this.#ringing.forEach((listener) => listener()),
    })
    this.writing = new WritingState(me, (writing) => this.#live.write(writing))
  }

  get people(): readonly Present[] {
    return this.#people
  }

  holderOf(card: CaseId): Present | null {
    return this.#people.find((one) => one.holds === card && one.id !== this.#me) ?? null
  }

  hold(card: CaseId | null): void {
    clearInterval(this.#renewal)
    this.#live.hold(card)
    if (card !== null) this.#renewal = setInterval(() => this.#live.hold(card), HOLD_MS / 2)
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
    this.writing.destroy()
    this.#live.destroy()
  }
}

export const [getPresence, setPresence] = createContext<Presence>()
