/** Runs a task at each call, but no more often than every so many ms: calls in between wait. */
export class Paced {
  readonly #ms: number
  readonly #task: () => void
  #timer: NodeJS.Timeout | null = null
  #isWaiting = false

  constructor(ms: number, task: () => void) {
    this.#ms = ms
    this.#task = task
  }

  call(): void {
    this.#isWaiting = true
    if (this.#timer === null) this.#run()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #run(): void {
    this.#timer = null
    if (!this.#isWaiting) return
    this.#isWaiting = false
    this.#timer = setTimeout(() => this.#run(), this.#ms)
    this.#task()
  }
}
