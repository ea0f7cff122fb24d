import { createContext } from 'svelte'
import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId } from '../../shared/ids.ts'
import { FROZEN_AFTER_MS, WAITING_AFTER_MS, type Frame } from '../../shared/wire.ts'
import type { Now } from './now.svelte.ts'

/** What the surface says about the user's changes, always in the same place. */
export type Saved =
  | { kind: 'connecting' }
  | { kind: 'saved'; at: Timestamp }
  | { kind: 'saving' }
  | { kind: 'queued'; changes: number; lostSince: Timestamp | null }
  | { kind: 'lost'; since: Timestamp }

/** Whether what stands on the screen can be believed. */
export type Freshness = 'live' | 'waiting' | 'frozen'

/** A change made here: the update message that carried it on this socket, or null if none yet. */
type Unsaved = { message: number | null; changes: readonly CaseChange[] }

const NONE: readonly CaseId[] = []

/** Follows each change made here until the server says that it is on disk. */
export class SavedState {
  readonly #now: Now
  #unsaved = $state.raw<readonly Unsaved[]>([])
  #heardAt = $state<Timestamp | null>(null)
  #open = $state(false)
  #storing = $state(true)

  constructor(now: Now) {
    this.#now = now
  }

  /** When the server last said that it lives, in its own time; null before the first time. */
  get heardAt(): Timestamp | null {
    return this.#heardAt
  }

  /** Changes made here that are not yet known to be on disk. */
  get waiting(): number {
    return this.#unsaved.length
  }

  /** What they did, the earliest first. */
  get unsaved(): readonly CaseChange[] {
    return this.#unsaved.flatMap((one) => one.changes)
  }

  get freshness(): Freshness {
    const silence = this.#heardAt === null ? 0 : this.#now.second - this.#heardAt
    if (silence >= FROZEN_AFTER_MS) return 'frozen'
    return silence >= WAITING_AFTER_MS ? 'waiting' : 'live'
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

  changed(changes: readonly CaseChange[]): void {
    this.#unsaved = [...this.#unsaved, { message: null, changes }]
  }

  /** An update message carries the latest change; a whole one carries all that had no way yet. */
  sent(carried: 'update' | 'whole', message: number): void {
    const from = carried === 'whole' ? 0 : this.#unsaved.length - 1
    this.#unsaved = this.#unsaved.map((one, i) =>
      i >= from && one.message === null ? { ...one, message } : one,
    )
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
      this.#unsaved = this.#unsaved.filter(
        ({ message }) => message === null || message > frame.received,
      )
      this.#heard(frame.time)
    } else if (frame.kind === 'not-saving' || frame.kind === 'saving-again') {
      this.#storing = frame.kind === 'saving-again'
    }
  }

  /** The next socket starts counting afresh: what was not confirmed has to be sent again. */
  dropped(): void {
    this.#open = false
    this.#unsaved = this.#unsaved.map((one) => ({ ...one, message: null }))
  }

  #heard(time: Timestamp): void {
    this.#heardAt = Math.max(this.#heardAt ?? 0, time)
  }
}

export const [getSaved, setSaved] = createContext<SavedState>()
