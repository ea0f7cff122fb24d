import * as Y from 'yjs'

/** A network on which updates wait until the test delivers them: late, twice or out of order. */
export class Peers {
  readonly docs: readonly Y.Doc[]
  /** All that anyone has written so far, as it was sent. */
  readonly sent: Uint8Array[] = []
  readonly #inboxes: Uint8Array[][]

  constructor(count: number) {
    this.docs = Array.from({ length: count }, () => new Y.Doc())
    this.#inboxes = this.docs.map(() => [])
    this.docs.forEach((doc, from) => {
      doc.clientID = from + 1 // who wins a race hangs on it: a counterexample can be played again
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === this) return
        this.sent.push(update)
        this.#inboxes.forEach((inbox, to) => to !== from && inbox.push(update))
      })
    })
  }

  /** Hands one waiting update over; a copy may stay behind, to come again. */
  deliver(to: number, which: number, again: boolean): void {
    const inbox = this.#inboxes[to] ?? []
    const at = which % Math.max(inbox.length, 1)
    const update = again ? inbox[at] : inbox.splice(at, 1)[0]
    if (update) this.#apply(to, update)
  }

  /** Two peers meet and tell each other what the other lacks. */
  meet(one: number, other: number): void {
    const [a, b] = [this.#doc(one), this.#doc(other)]
    const forOther = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b))
    this.#apply(one, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
    this.#apply(other, forOther)
  }

  /** Everyone ends up with everything, in an order of each one's own. */
  settle(): void {
    this.docs.forEach((_, to) => {
      const updates = to % 2 === 0 ? this.sent : this.sent.toReversed()
      for (const update of updates) this.#apply(to, update)
    })
  }

  #apply(to: number, update: Uint8Array): void {
    Y.applyUpdate(this.#doc(to), update, this)
  }

  #doc(index: number): Y.Doc {
    const doc = this.docs[index]
    if (!doc) throw new Error(`no peer ${index}`)
    return doc
  }
}
