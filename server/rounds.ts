/** Goes a round now and then, never two at once: who asks meanwhile gets the one under way. */
export class Rounds {
  readonly #goRound: () => Promise<void>
  #going: Promise<void> | null = null

  constructor(goRound: () => Promise<void>) {
    this.#goRound = goRound
  }

  go(): Promise<void> {
    this.#going ??= this.#goRound().finally(() => (this.#going = null))
    return this.#going
  }

  /** Goes now and every so many ms; returns how to stop, which waits for what is under way. */
  every(ms: number): () => Promise<void> {
    const timer = setInterval(() => void this.go(), ms)
    void this.go()
    return async () => {
      clearInterval(timer)
      await this.#going
    }
  }
}
