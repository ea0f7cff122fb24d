import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { firstStep, read, secondStep, updateMessage, type Dialect } from './dialect.ts'

type Arrival = { readonly time: number; readonly data: Uint8Array }

/**
 * One person at the board: a document and a socket. What arrives is only noted with its time and
 * read later, so that reading one person's message does not delay noting the next one's.
 */
export class Person {
  readonly doc = new Y.Doc({ gc: true })
  readonly arrivals: Arrival[] = []
  readonly #dialect: Dialect
  readonly #socket: WebSocket
  #applied = 0
  #synced: boolean

  constructor(url: string, headers: Record<string, string>, dialect: Dialect) {
    this.#dialect = dialect
    this.#synced = !dialect.syncs
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) =>
      this.arrivals.push({ time: performance.now(), data }),
    )
  }

  async open(): Promise<void> {
    await once(this.#socket, 'open')
    if (this.#dialect.greeting !== null) this.#socket.send(this.#dialect.greeting)
    if (this.#dialect.syncs) this.#socket.send(firstStep(this.#dialect, this.doc))
  }

  /** Whether the server has told what it has. */
  get synced(): boolean {
    this.catchUp()
    return this.#synced
  }

  /** Reads what has arrived since last time into the document. */
  catchUp(): void {
    for (; this.#applied < this.arrivals.length; this.#applied++) {
      const arrival = this.arrivals[this.#applied]
      const message = arrival ? read(this.#dialect, arrival.data) : null
      if (message === null) continue
      if (message.type === 'step1') this.#socket.send(secondStep(this.#dialect, this.doc))
      else Y.applyUpdate(this.doc, message.update)
      if (message.type === 'step2') this.#synced = true
    }
  }

  /** Does something to the document and sends it in one message; answers when it was sent. */
  send(change: (doc: Y.Doc) => void): number {
    this.catchUp()
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array) => updates.push(update)
    this.doc.on('update', collect)
    this.doc.transact(() => change(this.doc))
    this.doc.off('update', collect)
    const message = updateMessage(this.#dialect, Y.mergeUpdates(updates))
    const time = performance.now()
    this.#socket.send(message)
    return time
  }

  async close(): Promise<void> {
    this.#socket.close()
    await once(this.#socket, 'close')
  }
}
