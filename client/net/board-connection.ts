import type * as Y from 'yjs'
import { WebsocketProvider } from 'y-websocket'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import {
  decodeFrame,
  FRAME_NAMES,
  FRAMES_PARAMETER,
  MessageType,
  type Frame,
} from '../../shared/wire.ts'
import { countingSocket, type Carried } from './counting-socket.ts'

export type ConnectionEvents = {
  /** A change made here, before it is sent. */
  changed: () => void
  /** The socket's `count`th update message has gone: one change, or all that the server lacked. */
  sent: (carried: Carried, count: number) => void
  frame: (frame: Frame) => void
  /** Everything that the server has is here. */
  synced: () => void
  /** The socket is gone; another try follows. */
  dropped: () => void
  /** The server will not have this address again: a code of `Close`. */
  ended: (code: number) => void
}

const BACKOFF_MS = { least: 2_000, spread: 3_000 }

/** One board document's way to the server, with our own frames. */
export class BoardConnection {
  readonly #provider: WebsocketProvider
  readonly #doc: Y.Doc
  readonly #changed: (update: Uint8Array, origin: unknown) => void

  constructor(doc: Y.Doc, board: BoardId, epoch: Epoch, events: ConnectionEvents) {
    this.#doc = doc
    this.#changed = (_update, origin) => {
      if (origin !== this.#provider) events.changed()
    }
    this.#provider = new WebsocketProvider(address(), `${board}@${epoch}`, doc, {
      connect: false,
      disableBc: true, // shared PCs: another tab may be another person
      params: { [FRAMES_PARAMETER]: '1' },
      WebSocketPolyfill: countingSocket(events.sent),
      maxBackoffTime: BACKOFF_MS.least + Math.random() * BACKOFF_MS.spread,
    })
    for (const name of FRAME_NAMES) {
      this.#provider.messageHandlers[MessageType[name]] = (_encoder, decoder) => {
        const frame = decodeFrame(name, decoder)
        if (frame) events.frame(frame)
      }
    }
    this.#listenOnceSynced()
    this.#provider.awareness.setLocalState(null) // presence goes another way
    this.#provider.on('sync', (synced) => synced && events.synced())
    this.#provider.on('connection-close', () => events.dropped())
    this.#provider.on('closed', ({ code }) => events.ended(code))
    this.#provider.connect()
  }

  /**
   * Yjs encodes each transaction anew for whoever listens to updates, which is a good part of the
   * time that a full board takes to arrive. Nothing is changed here before it has.
   */
  #listenOnceSynced(): void {
    const send = this.#provider._updateHandler
    this.#doc.off('update', send)
    this.#provider.once('sync', () => {
      this.#doc.on('update', this.#changed) // a change is counted before its message is
      this.#doc.on('update', send)
    })
  }

  destroy(): void {
    this.#doc.off('update', this.#changed)
    this.#provider.destroy()
  }
}

const address = () => `${location.origin.replace(/^http/, 'ws')}/sync`
