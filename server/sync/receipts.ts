/** What to do about an update message that was taken in. */
export type Receipt = 'confirm' | 'ask' | 'wait'

/**
 * Counts a socket's update messages. After one whose predecessors are missing none is confirmed
 * until the client has answered a step 1 with everything it has.
 */
export class Receipts {
  #received = 0
  #hasAsked = false

  get received(): number {
    return this.#received
  }

  /**
   * @param gap whether its predecessors are missing
   * @param whole whether it was an answer to a step 1; such a one has no gap
   */
  note(gap: boolean, whole: boolean): Receipt {
    this.#received++
    const asks = gap && !this.#hasAsked
    this.#hasAsked = !whole && (this.#hasAsked || gap)
    if (asks) return 'ask'
    return this.#hasAsked ? 'wait' : 'confirm'
  }
}
