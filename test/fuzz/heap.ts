import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const LOOK_EVERY = 50

/** The memory that is still in use after all else was given back, every now and then. */
export class HeapWatch {
  readonly #megabytes: number[] = []
  #asked = 0

  look(): void {
    if (this.#asked++ % LOOK_EVERY !== 0) return
    collect()
    this.#megabytes.push(process.memoryUsage().heapUsed / 1024 / 1024)
  }

  /** From when everything has been loaded and compiled until now. */
  get growth(): number {
    const [warm = 0, last = 0] = [this.#megabytes[1], this.#megabytes.at(-1)]
    return this.#megabytes.length < 3 ? 0 : last - warm
  }

  toString(): string {
    const every = Math.ceil(this.#megabytes.length / 20)
    const some = this.#megabytes.filter((_, i, { length }) => i % every === 0 || i === length - 1)
    return `heap in MB, in order: ${some.map((one) => one.toFixed(1)).join(' ')}`
  }
}
