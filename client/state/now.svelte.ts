import { createContext } from 'svelte'
import { createSubscriber } from 'svelte/reactivity'
import type { Timestamp } from '../../shared/clock.ts'

const SECOND = 1_000
const MINUTE = 60_000

/**
 * One ticking clock for everything on the screen, on the server's time. Who reads `minute` draws
 * once a minute; only what shows seconds reads `second`. It ticks only while somebody looks.
 */
export class Now {
  readonly #clock: () => Timestamp
  readonly #everySecond: () => void
  readonly #everyMinute: () => void

  constructor(clock: () => Timestamp) {
    this.#clock = clock
    this.#everySecond = createSubscriber((update) => this.#tick(SECOND, update))
    this.#everyMinute = createSubscriber((update) => this.#tick(MINUTE, update))
  }

  /** Server time, cut to the second. */
  get second(): Timestamp {
    this.#everySecond()
    return cut(this.#clock(), SECOND)
  }

  /** Server time, cut to the minute. */
  get minute(): Timestamp {
    this.#everyMinute()
    return cut(this.#clock(), MINUTE)
  }

  /**
   * Calls back when another second or minute has begun; returns how to stop. It looks each second:
   * the time also jumps, when the server corrects it or a laptop wakes up.
   */
  #tick(step: number, update: () => void): () => void {
    let shown = cut(this.#clock(), step)
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const current = cut(this.#clock(), step)
      if (current !== shown) update()
      shown = current
      wait()
    }
    const wait = () => {
      timer = setTimeout(look, SECOND - (this.#clock() % SECOND))
    }
    wait()
    return () => clearTimeout(timer)
  }
}

const cut = (time: Timestamp, step: number) => time - (time % step)

export const [getNow, setNow] = createContext<Now>()
