/** Long enough for the browser to show what was drawn and to answer what was pressed. */
const PAUSE_MS = 16

/** Work in small steps: one at a time, in the order in which they were asked for. */
export class Turns {
  readonly #steps = new Set<() => void>()
  #pausing = false
  #held = false

  /** Asks for one step; returns how to withdraw it. */
  wait(step: () => void): () => void {
    this.#steps.add(step)
    this.#go()
    return () => this.#steps.delete(step)
  }

  /** Lets no step be done until `release`. */
  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#go()
  }

  #go(): void {
    if (!this.#pausing && !this.#held && this.#steps.size > 0) this.#pause()
  }

  #pause(): void {
    this.#pausing = true
    setTimeout(() => this.#next(), PAUSE_MS)
  }

  #next(): void {
    const [step] = this.#steps
    this.#pausing = false
    if (!step || this.#held) return
    this.#steps.delete(step)
    this.#pause()
    step()
  }
}
