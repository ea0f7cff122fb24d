import { createContext } from 'svelte'
import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId } from '../../shared/ids.ts'
import { FROZEN_AFTER_MS, WAITING_AFTER_MS, type Frame } from '../../shared/wire.ts'
import type { Now } from './now.svelte.ts'
import { Outbox, toldApart, type Change } from './outbox.svelte.ts'

/** What the surface says about the user's changes, always in the same place. */
export type Saved =
  | { kind: 'connecting' }
  | { kind: 'saved'; at: Timestamp }
  | { kind: 'saving' }
  | { kind: 'queued'; changes: number; lostSince: Timestamp | null }
  | { kind: 'lost'; since: Timestamp }

/** Whether what stands on the screen can be believed. */
export type Freshness = 'live' | 'waiting' | 'frozen'

const NONE: readonly CaseId[] = []

/** Whether the server lives, and whether it has what was done here. */
export class SavedState {
  readonly outbox = new Outbox()
  readonly #now: Now
  readonly #isKept: boolean
  #heardAt = $state<Timestamp | null>(null)
  #open = $state(false)
  #storing = $state(true)

  /** @param keptAt of a board that is shown as it was then, and reaches no server */
  constructor(now: Now, keptAt: Timestamp | null = null) {
    this.#now = now
    this.#isKept = keptAt !== null
    this.#heardAt = keptAt
  }

  /** When the server last said that it lives, in its own time; null before the first time. */
  get heardAt(): Timestamp | null {
    return this.#heardAt
  }

  /** Changes made here that are not yet known to be on disk. */
  get waiting(): number {
    return toldApart(this.outbox.waiting).length
  }

  /** What they did, the earliest first. */
  get unsaved(): readonly CaseChange[] {
    return this.outbox.waiting.flatMap((one) => one.changes)
  }

  get freshness(): Freshness {
    const silence = this.#heardAt === null ? 0 : this.#now.second - this.#heardAt
    if (silence >= FROZEN_AFTER_MS) return 'frozen'
    return silence >= WAITING_AFTER_MS || this.#isKept ? 'waiting' : 'live'
  }

  /** Cases with changes that others cannot see yet, while there is no way to send them. */
  readonly queuedCases: readonly CaseId[] = $derived(
    this.state.kind === 'queued' ? this.unsaved.map((change) => change.case) : NONE,
  )

  /** Whether a change made now would reach the server at once. */
  get reachable(): boolean {
    return this.#open && this.freshness === 'live'
  }

  get state(): Saved {
    if (this.#heardAt === null) return { kind: 'connecting' }
    const lostSince = this.freshness === 'live' ? null : this.#heardAt
    if (this.waiting > 0)
      return this.reachable && this.#storing
        ? { kind: 'saving' }
        : { kind: 'queued', changes: this.waiting, lostSince }
    if (lostSince !== null) return { kind: 'lost', since: lostSince }
    return { kind: 'saved', at: this.#heardAt }
  }

  /** @param late whether it has waited before, on another page or in another document */
  changed(change: Change, late = false): void {
    this.outbox.add(change, late || !this.reachable)
  }

  frame(frame: Frame): void {
    if (frame.type === 'hello') {
      this.#open = true
      this.#storing = true
      this.#heard(frame.serverTime)
    } else if (frame.type === 'pulse') {
      this.#heard(frame.time)
    } else if (frame.type === 'saved') {
      this.#storing = true
      this.outbox.saved(frame.received, frame.time)
      this.#heard(frame.time)
    } else if (frame.kind === 'not-saving' || frame.kind === 'saving-again') {
      this.#storing = frame.kind === 'saving-again'
    }
  }

  dropped(): void {
    this.#open = false
    this.outbox.dropped()
  }

  #heard(time: Timestamp): void {
    this.#heardAt = Math.max(this.#heardAt ?? 0, time)
  }
}

export const [getSaved, setSaved] = createContext<SavedState>()
