/** Monday 5 January 2026, 06:00 in Stockholm. */
const START = Date.UTC(2026, 0, 5, 5, 0)

export type Timer = { cancelled: boolean }
type Planned = Timer & { readonly at: number; readonly task: () => void }

/** The one clock of a soak: nothing happens but what was planned, in order, as fast as it goes. */
export class World {
  now = START
  /** From then on nothing comes now and then any more. */
  calmFrom = Infinity
  readonly #plans: Planned[] = []
  #dice: number

  constructor(seed: number) {
    this.#dice = seed
  }

  after(ms: number, task: () => void): Timer {
    const plan: Planned = { at: this.now + Math.max(0, Math.ceil(ms)), task, cancelled: false }
    let [low, high] = [0, this.#plans.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#plans[middle]?.at ?? 0) > plan.at) low = middle + 1
      else high = middle
    }
    this.#plans.splice(low, 0, plan) // the next one is last
    return plan
  }

  /** Again and again, with pauses of up to twice so many ms: a task that comes as it pleases. */
  nowAndThen(ms: number, task: () => void): void {
    this.after(this.random() * 2 * ms, () => {
      if (this.now >= this.calmFrom) return
      task()
      this.nowAndThen(ms, task)
    })
  }

  pass(ms: number): void {
    const end = this.now + ms
    for (let next = this.#plans.at(-1); next && next.at <= end; next = this.#plans.at(-1)) {
      this.#plans.pop()
      this.now = next.at
      if (!next.cancelled) next.task()
    }
    this.now = end
  }

  /** From 0 to 1, the same in each run of a seed (mulberry32). */
  random = (): number => {
    this.#dice = (this.#dice + 0x6d2b79f5) | 0
    let t = Math.imul(this.#dice ^ (this.#dice >>> 15), 1 | this.#dice)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  between(least: number, most: number): number {
    return least + this.random() * (most - least)
  }

  pick<const T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T
  }
}
