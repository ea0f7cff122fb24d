import type { Timestamp } from '../../shared/clock.ts'

const SAMPLES = 8

/** What brings a machine's clocks further apart than this is no slow correction. */
const JUMP_MS = 1_000

/** A machine's two clocks, in ms: one that people and time servers set, and one that only counts. */
export type MachineClocks = { readonly wall: () => number; readonly steady: () => number }

const MACHINE: MachineClocks = { wall: () => Date.now(), steady: () => performance.now() }

/**
 * The server's time as far as this browser can tell. Each answer gives one sample of the
 * difference; the largest of the latest ones is the one that travelled fastest. A board's first
 * frame is such an answer, so nothing is ever stamped by a clock that was not corrected.
 */
export class ServerClock {
  readonly #machine: MachineClocks
  readonly #samples: number[] = []
  #offset = 0
  /** What the steady clock lacks to the time of day: at first, and after each sleep. */
  #lack: number
  #apart: number

  constructor(machine: MachineClocks = MACHINE) {
    this.#machine = machine
    this.#apart = this.#lack = machine.wall() - machine.steady()
  }

  observe(serverTime: Timestamp): void {
    this.#samples.push(serverTime - this.#local())
    if (this.#samples.length > SAMPLES) this.#samples.shift()
    this.#offset = Math.max(...this.#samples)
  }

  now(): Timestamp {
    return Math.floor(this.#local() + this.#offset)
  }

  /**
   * Counted by the steady clock: setting the time back changes nothing. But while a machine
   * sleeps that one stands still in most browsers, and the time of day runs ahead of it. A time
   * that somebody set forward looks the same, and the server's next answer puts that right.
   */
  #local(): number {
    const { wall, steady } = this.#machine
    const apart = wall() - steady()
    const jump = apart - this.#apart
    if (Math.abs(jump) > JUMP_MS) {
      this.#samples.length = 0 // they were taken by another time
      this.#lack += Math.max(0, jump)
      this.#apart = apart
    }
    return steady() + this.#lack
  }
}
