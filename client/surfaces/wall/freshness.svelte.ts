import type { Timestamp } from '../../../shared/clock.ts'
import { FROZEN_AFTER_MS, WAITING_AFTER_MS } from '../../../shared/wire.ts'

export type Freshness = 'live' | 'waiting' | 'frozen'

/** Two readings of the time: one that people set, one that nobody can set but that may sleep. */
export type Clocks = { readonly wall: () => number; readonly steady: () => number }

export const CLOCKS: Clocks = { wall: () => Date.now(), steady: () => performance.now() }

/**
 * Whether the wall can be believed. Silence makes it wait and then freeze; a frozen wall stays
 * frozen, whatever is heard, until everything has been loaded anew.
 */
export class WallFreshness {
  readonly #clocks: Clocks
  #state = $state<Freshness>('live')
  #confirmedAt = $state<Timestamp | null>(null)
  #heardAt: Timestamp | null = null
  #since: { wall: number; steady: number }

  constructor(clocks: Clocks = CLOCKS) {
    this.#clocks = clocks
    this.#since = this.#read()
  }

  get state(): Freshness {
    return this.#state
  }

  /** When the server last confirmed what is on the wall, in its own time. */
  get confirmedAt(): Timestamp | null {
    return this.#confirmedAt
  }

  /** The server has said something, at its own time. */
  heard(serverTime: Timestamp): void {
    this.#since = this.#read()
    this.#heardAt = Math.max(this.#heardAt ?? 0, serverTime)
    if (this.#state !== 'frozen') this.#confirm()
  }

  /** Everything that the server has is here. */
  loaded(): void {
    this.#confirm()
  }

  /** To be called every second; true when the wall has frozen just now. */
  check(): boolean {
    if (this.#state === 'frozen') return false
    const { wall, steady } = this.#read()
    // Whichever clock saw more: one can have been set back, the other can have slept.
    const silence = Math.max(wall - this.#since.wall, steady - this.#since.steady)
    this.#state =
      silence >= FROZEN_AFTER_MS ? 'frozen' : silence >= WAITING_AFTER_MS ? 'waiting' : 'live'
    return this.#state === 'frozen'
  }

  #confirm(): void {
    this.#state = 'live'
    this.#confirmedAt = this.#heardAt
  }

  #read() {
    return { wall: this.#clocks.wall(), steady: this.#clocks.steady() }
  }
}
