import * as decoding from 'lib0/decoding.js'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { firstStep, read, secondStep, updateMessage, type Dialect } from './dialect.ts'
import { decodeFrame, MessageType } from '../../shared/wire.ts'
import type { Seat } from './contender.ts'
import { updateOf } from './update-of.ts'

type Arrival = { readonly time: number; readonly data: Uint8Array }

/**
 * One person at the board: a document and a socket. What arrives is only noted with its time and
 * read later, so that reading one person's message does not delay noting the next one's.
 */
export class Person {
  readonly doc = new Y.Doc()
  /** Whether it notes what arrives. */
  listens = true
  /** What it means when the server closes its socket: as a rule that nothing measured holds. */
  onSentAway: (code: number, reason: Buffer) => void = (code, reason) => {
    throw new Error(`the server closed a socket: ${code} ${String(reason)}`)
  }
  readonly #arrivals: Arrival[] = []
  readonly dialect: Dialect
  readonly #socket: WebSocket
  #receipt: Uint8Array | null = null
  #sent = 0
  #applied = 0
  #told = 0
  #synced: boolean
  #hasLeft = false

  constructor({ url, headers, dialect }: Seat) {
    this.dialect = dialect
    this.#synced = !dialect.syncs
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) => {
      if (data[0] === MessageType.saved) this.#receipt = data
      else if (this.listens) this.#arrivals.push({ time: performance.now(), data })
    })
    this.#socket.on('close', (code, reason) => {
      if (!this.#hasLeft) this.onSentAway(code, reason)
    })
  }

  async open(): Promise<void> {
    await once(this.#socket, 'open')
    if (this.dialect.greeting !== null) this.#socket.send(this.dialect.greeting)
    if (this.dialect.syncs) this.#socket.send(firstStep(this.dialect, this.doc))
  }

  /** Whether the server has told what it has. */
  get synced(): boolean {
    this.catchUp()
    return this.#synced
  }

  /** Whether the server has said that all it was sent is saved, if it ever says so. */
  get isAcknowledged(): boolean {
    if (this.#receipt === null) return true
    const decoder = decoding.createDecoder(this.#receipt)
    decoding.readVarUint(decoder)
    return decodeFrame('saved', decoder)?.received === this.#sent
  }

  /** Reads what has arrived since last time into the document. */
  catchUp(): void {
    for (; this.#applied < this.#arrivals.length; this.#applied++) {
      const arrival = this.#arrivals[this.#applied]
      const message = arrival ? read(this.dialect, arrival.data) : null
      if (message === null) continue
      if (message.type === 'step1') this.post(secondStep(this.dialect, this.doc))
      else Y.applyUpdate(this.doc, message.update)
      if (message.type === 'step2') this.#synced = true
    }
  }

  /** The updates that have come since it was last asked for, but for those of the first sync. */
  news(): { readonly time: number; readonly update: Uint8Array }[] {
    const arrivals = this.#arrivals.slice(this.#told)
    this.#told = this.#arrivals.length
    return arrivals.flatMap(({ time, data }) => {
      const message = read(this.dialect, data)
      return message?.type === 'update' ? [{ time, update: message.update }] : []
    })
  }

  /** Does something to the document and sends it in one message; answers when it was sent. */
  send(change: (doc: Y.Doc) => void): number {
    this.catchUp()
    const message = updateMessage(this.dialect, updateOf(this.doc, change))
    const time = performance.now()
    this.post(message)
    return time
  }

  /** Sends a message with an update. */
  post(message: Uint8Array): void {
    this.#sent++
    this.#socket.send(message)
  }

  leave(): void {
    this.#hasLeft = true
    this.#socket.terminate()
  }
}
