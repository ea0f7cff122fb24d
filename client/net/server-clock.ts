import type { Timestamp } from '../../shared/clock.ts'

const SAMPLES = 8

/**
 * The server's time as far as this browser can tell. Each answer gives one sample of the
 * difference; the largest of the latest ones is the one that travelled fastest.
 */
export class ServerClock {
  readonly #local: () => Timestamp
  readonly #samples: number[] = []
  #offset = 0

  constructor(local: () => Timestamp = Date.now) {
    this.#local = local
  }

  observe(serverTime: Timestamp): void {
    this.#samples.push(serverTime - this.#local())
    if (this.#samples.length > SAMPLES) this.#samples.shift()
    this.#offset = Math.max(...this.#samples)
  }

  now(): Timestamp {
    return this.#local() + this.#offset
  }
}
