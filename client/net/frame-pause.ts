/** A page that nobody looks at draws nothing: then this is pause enough. */
const UNSEEN_MS = 100

/** Holds work back until the page has drawn what was done before it. */
export class FramePause {
  #waiting: (() => void)[] = []
  #isOn = false

  /** Does it now or, during a pause, afterwards: in the order in which it came. */
  do(work: () => void): void {
    if (this.#isOn) this.#waiting.push(work)
    else work()
  }

  /** What is to be done next waits for the next frame. */
  begin(): void {
    if (this.#isOn) return
    this.#isOn = true
    const unseen = setTimeout(() => this.#end(), UNSEEN_MS)
    requestAnimationFrame(() => {
      clearTimeout(unseen)
      setTimeout(() => this.#end()) // now the frame is still to be drawn
    })
  }

  /** Forgets what waits. */
  drop(): void {
    this.#waiting = []
  }

  #end(): void {
    this.#isOn = false
    while (!this.#isOn) {
      const work = this.#waiting.shift()
      if (work === undefined) return
      work()
    }
  }
}
