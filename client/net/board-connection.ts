import * as decoding from 'lib0/decoding.js'
import * as Y from 'yjs'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import {
  Close,
  decodeFrame,
  FRAME_NAMES,
  FRAMES_PARAMETER,
  isFinal,
  MessageType,
  PULSE_EVERY_MS,
  syncFrame,
  SyncType,
  type Frame,
} from '../../shared/wire.ts'
import { adopt } from './adopt.ts'
import { FramePause } from './frame-pause.ts'
import { onWaking } from './waking.ts'

/** What a socket carried towards the server that the server has to put on disk. */
export type Carried = 'update' | 'whole'

export type ConnectionEvents = {
  /** A change made here, before it is sent: the update that carries it. */
  changed: (update: Uint8Array) => void
  /** The socket's `count`th update message has gone: one change, or all that the server lacked. */
  sent: (carried: Carried, count: number) => void
  frame: (frame: Frame) => void
  /** A part of what the server has is here: more is to come. */
  begun: () => void
  /** Everything that the server has is here. */
  synced: () => void
  /** The socket is gone; another try follows. */
  dropped: () => void
  /** The server will not have this address again: a code of `Close`. */
  ended: (code: number) => void
}

/** The origin of what another tab of the same person did: that one sends it. */
export const OTHER_TAB = Symbol('other tab')

/** The origin of what was on the board before this page came to it. */
export const ARRIVAL = Symbol('arrival')

/** A server that lives is never silent for so long. */
const SILENCE_MS = 3 * PULSE_EVERY_MS
/** One that is asked whether it lives says so sooner. */
const ANSWER_MS = 4_000
const BACKOFF_MS = { least: 200, most: 10_000 }
/** Who was sent away by a restart comes back within this, not all at once. */
const RETURN_WITHIN_MS = 10_000

/**
 * One board document's way to the server: the y-websocket protocol with our own frames. Not its
 * library, which listens to the document from the start: Yjs then encodes the whole board once
 * more as it arrives, a quarter of the time that a full one takes.
 */
export class BoardConnection {
  readonly #doc: Y.Doc
  readonly #address: string
  readonly #events: ConnectionEvents
  #socket: WebSocket | null = null
  /** Update messages that this socket has carried: the server counts them too. */
  #carried = 0
  /** Whether the server has been sent all that was made here before this socket. */
  #caughtUp = false
  #hasSynced = false
  /** Of a board that comes in parts, each is drawn before the next is merged. */
  readonly #pause = new FramePause()
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #wakeWithinMs: number
  #stopWaking: () => void = () => undefined

  /** @param wakeWithinMs over how long the checks of machines that wake up together are spread */
  constructor(
    doc: Y.Doc,
    board: BoardId,
    epoch: Epoch,
    events: ConnectionEvents,
    wakeWithinMs = 0,
  ) {
    this.#doc = doc
    this.#address = addressOf(board, epoch)
    this.#events = events
    this.#wakeWithinMs = wakeWithinMs
    this.#start()
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#stopWaking()
    this.#doc.off('update', this.#changed)
    this.#leave()
  }

  /** Tries an address again that the server had sent away for good. */
  retry(): void {
    this.#failures = 0
    this.#start()
  }

  #start(): void {
    this.#stopWaking = onWaking(() => this.#check(), this.#wakeWithinMs)
    this.#open()
  }

  /**
   * Does here what was done before in another document, and sends it as it was made: merged with
   * what came later it would not say any more what lost against that.
   */
  relay(update: Uint8Array): void {
    if (!adopt(this.#doc, update, this)) return
    this.#events.changed(update)
    this.#carry('update', update)
  }

  #open(): void {
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    this.#carried = 0
    this.#caughtUp = false
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => this.#ask(socket)
    socket.onmessage = ({ data }) => this.#receive(new Uint8Array(data as ArrayBuffer))
    socket.onclose = ({ code }) => this.#closed(code)
    this.#expectMore()
  }

  /** What does the server have that is not here? Even when that is nothing, it answers. */
  #ask(socket: WebSocket): void {
    socket.send(syncFrame(SyncType.step1, Y.encodeStateVector(this.#doc)))
  }

  /** A socket that has slept may only look open; and who waits to try again need not any longer. */
  #check(): void {
    const socket = this.#socket
    if (socket === null) return this.#open()
    if (socket.readyState === WebSocket.OPEN) this.#ask(socket)
    this.#expectMore(ANSWER_MS)
  }

  /** Waits for the next sign of life. */
  #expectMore(withinMs = SILENCE_MS): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#closed(null), withinMs)
  }

  #receive(message: Uint8Array): void {
    this.#expectMore()
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.sync) {
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      return this.#pause.do(() => this.#sync(kind, payload))
    }
    const name = FRAME_NAMES.find((one) => MessageType[one] === type)
    const frame = name === undefined ? null : decodeFrame(name, decoder)
    if (frame?.type === 'pulse') this.#failures = 0 // not before: some are sent away once in
    if (frame) this.#events.frame(frame)
  }

  #sync(kind: number, payload: Uint8Array): void {
    if (kind === SyncType.step1) {
      this.#caughtUp = true
      return this.#carry('whole', Y.encodeStateAsUpdate(this.#doc, payload))
    }
    if (this.#hasSynced) Y.applyUpdate(this.#doc, payload, this)
    else this.#arrive(payload, kind === SyncType.step2)
    if (kind === SyncType.step2) this.#events.synced()
  }

  /** Yjs need not encode again what comes with the board: nobody listens meanwhile. */
  #arrive(payload: Uint8Array, isLast: boolean): void {
    this.#doc.off('update', this.#changed)
    Y.applyUpdate(this.#doc, payload, ARRIVAL)
    this.#doc.on('update', this.#changed)
    this.#hasSynced = isLast
    if (isLast) return this.#doc.emit('sync', [true, this.#doc])
    if (!this.#doc.isLoaded) this.#doc.emit('load', [this.#doc])
    this.#events.begun()
    this.#pause.begin()
  }

  readonly #changed = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || origin === OTHER_TAB) return
    this.#events.changed(update)
    // Ahead of what it builds on, it would look as if something had been taken away.
    if (this.#caughtUp) this.#carry('update', update)
  }

  #carry(carried: Carried, update: Uint8Array): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    this.#socket.send(syncFrame(SyncType[carried === 'whole' ? 'step2' : 'update'], update))
    this.#events.sent(carried, ++this.#carried)
  }

  /** @param code null when the socket was only silent */
  #closed(code: number | null): void {
    clearTimeout(this.#timer)
    this.#leave()
    this.#events.dropped()
    if (code !== null && isFinal(code)) {
      this.#stopWaking()
      return this.#events.ended(code)
    }
    this.#timer = setTimeout(() => this.#open(), this.#pauseAfter(code))
  }

  #pauseAfter(code: number | null): number {
    if (code === Close.shuttingDown.code) return Math.random() * RETURN_WITHIN_MS
    const pause = Math.min(BACKOFF_MS.most, BACKOFF_MS.least * 2 ** this.#failures++)
    return pause * (0.5 + Math.random())
  }

  /** What the socket still says is not heard any more. */
  #leave(): void {
    const socket = this.#socket
    if (!socket) return
    this.#socket = null
    socket.onopen = socket.onmessage = socket.onclose = null
    this.#pause.drop()
    socket.close()
  }
}

function addressOf(board: BoardId, epoch: Epoch): string {
  const address = new URL(`/sync/${board}@${epoch}?${FRAMES_PARAMETER}=1`, location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  return address.href
}
