/** What to do about an update message that was taken in. */
export type Receipt = 'confirm' | 'ask' | 'wait'

/**
 * Counts a socket's update messages. After one whose predecessors are missing none is confirmed
 * until the client has answered a step 1 with everything it has; a client whose whole answer
 * still has a hole is not asked again for it, else the two would go on asking forever.
 */
export class Receipts {
  #received = 0
  #gap: 'none' | 'asked' | 'unanswerable' = 'none'

  get received(): number {
    return this.#received
  }

  /** @param whole the message was an answer to a step 1 */
  note(outcome: 'admitted' | 'gap', whole: boolean): Receipt {
    this.#received++
    const before = this.#gap
    if (outcome === 'gap') {
      this.#gap = whole && before === 'asked' ? 'unanswerable' : 'asked'
      return this.#gap === 'asked' && before !== 'asked' ? 'ask' : 'wait'
    }
    if (whole) this.#gap = 'none'
    return this.#gap === 'none' ? 'confirm' : 'wait'
  }
}
