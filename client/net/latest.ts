/** Passes a value on at once, and of those that follow the latest, no more often than every so many ms. */
export class Latest<T> {
  readonly #ms: number
  readonly #send: (value: T) => void
  #waiting: { readonly value: T } | null = null
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(ms: number, send: (value: T) => void) {
    this.#ms = ms
    this.#send = send
  }

  say(value: T): void {
    this.#waiting = { value }
    if (this.#pause === undefined) this.#tell()
  }

  /** What waits is not said any more. */
  stop(): void {
    clearTimeout(this.#pause)
    this.#pause = undefined
    this.#waiting = null
  }

  #tell(): void {
    this.#pause = undefined
    if (this.#waiting === null) return
    this.#send(this.#waiting.value)
    this.#waiting = null
    this.#pause = setTimeout(() => this.#tell(), this.#ms)
  }
}
