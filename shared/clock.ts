import { z } from 'zod'

/** Milliseconds since 1970-01-01 UTC, as far as a Date goes: no formatter throws on them. */
export const timestamp = z.int().nonnegative().max(8_640_000_000_000_000)
export type Timestamp = number

/**
 * A hybrid logical clock in one number: the wall clock's milliseconds, but never at or before a
 * time it has given or observed, so that a later decision always carries the larger `at`
 * (Kulkarni et al. 2014, with the counter folded into the milliseconds).
 */
export class HybridClock {
  readonly #now: () => Timestamp
  #last = 0

  /** @param now physical time in ms; pass one that is corrected by the server's time */
  constructor(now: () => Timestamp) {
    this.#now = now
  }

  tick(): Timestamp {
    this.#last = Math.max(Math.floor(this.#now()), this.#last + 1)
    return this.#last
  }

  /** Takes note of a time seen on another's change. */
  observe(at: Timestamp): void {
    this.#last = Math.max(this.#last, at)
  }
}
