import * as decoding from 'lib0/decoding.js'
import * as encoding from 'lib0/encoding.js'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  decodeFrame,
  FRAME_NAMES,
  MessageType,
  SyncType,
  type Frame,
} from '../../../../shared/wire.ts'

/** A client that says exactly what a test tells it to, and keeps all that it hears. */
export class Peer {
  readonly doc: Y.Doc
  readonly heard: Uint8Array[] = []
  readonly socket: WebSocket
  readonly opened: Promise<void>
  readonly closed: Promise<number>

  constructor(
    url: string,
    cookie: string,
    headers: Record<string, string> = {},
    doc = new Y.Doc(),
  ) {
    this.doc = doc
    this.socket = new WebSocket(url, { headers: { cookie, ...headers } })
    this.opened = new Promise((resolve) => this.socket.on('open', resolve))
    this.closed = new Promise((resolve) => this.socket.on('close', resolve))
    this.socket.on('error', () => {})
    this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)))
  }

  /** Sends step 1 and waits for the board. */
  async sync(): Promise<this> {
    await this.opened
    const heard = this.count(SyncType.step2)
    this.send(SyncType.step1, Y.encodeStateVector(this.doc))
    await this.until(() => this.count(SyncType.step2) > heard)
    return this
  }

  /** Looks after each message until it finds something. */
  until<T>(find: () => T | false | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === false || found === undefined) return
        this.socket.off('message', look)
        resolve(found)
      }
      this.socket.on('message', look)
      look()
    })
  }

  /** What the server said it had when it asked for the rest. */
  async asked(): Promise<Uint8Array> {
    const isStep1 = (message: Uint8Array) => message[0] === 0 && message[1] === 0
    const step1 = await this.until(() => this.heard.findLast(isStep1))
    return decoding.readVarUint8Array(decoding.createDecoder(step1.subarray(2)))
  }

  /** Makes a change to its document; gives the update without sending it. */
  change(task: (doc: Y.Doc) => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => task(this.doc))
    return Y.encodeStateAsUpdate(this.doc, before)
  }

  send(type: number, payload: Uint8Array): void {
    this.socket.send(syncMessage(type, payload))
  }

  edit(task: (doc: Y.Doc) => void): void {
    this.send(SyncType.update, this.change(task))
  }

  /** Our own frames that it heard, of one name. */
  frames<N extends Frame['type']>(name: N): Extract<Frame, { type: N }>[] {
    return this.heard.flatMap((message) => {
      const decoder = decoding.createDecoder(message)
      if (decoding.readVarUint(decoder) !== MessageType[name]) return []
      return decodeFrame(name, decoder) ?? []
    })
  }

  /** What it heard, by name, in order. */
  get story(): string[] {
    return this.heard.map((message) => {
      const own = FRAME_NAMES.find((name) => MessageType[name] === message[0])
      if (own !== undefined) return own
      return message[0] === MessageType.sync ? (SYNC_NAMES[message[1] ?? -1] ?? '?') : 'awareness'
    })
  }

  count(syncType: number): number {
    return this.heard.filter((message) => message[0] === 0 && message[1] === syncType).length
  }

  #hear(message: Uint8Array): void {
    this.heard.push(message)
    if (message[0] !== MessageType.sync || message[1] === SyncType.step1) return
    const decoder = decoding.createDecoder(message.subarray(2))
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder))
  }
}

export function syncMessage(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

const SYNC_NAMES = ['step1', 'step2', 'update']
