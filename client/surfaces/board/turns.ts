/** Long enough for the browser to show what was drawn and to answer what was pressed. */
const PAUSE_MS = 16

/** Work in small steps: one at a time, in the order in which they were asked for. */
export class Turns {
  readonly #steps = new Set<() => void>()
  #pausing = false

  /** Asks for one step; returns how to withdraw it. */
  wait(step: () => void): () => void {
    this.#steps.add(step)
    if (!this.#pausing) this.#pause()
    return () => this.#steps.delete(step)
  }

  #pause(): void {
    this.#pausing = true
    setTimeout(() => this.#next(), PAUSE_MS)
  }

  #next(): void {
    const [step] = this.#steps
    this.#pausing = false
    if (!step) return
    this.#steps.delete(step)
    this.#pause()
    step()
  }
}
