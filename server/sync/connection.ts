import type { RawData, WebSocket } from 'ws'
import type { Access } from '../../shared/access.ts'
import type { Person } from '../../shared/person.ts'
import { FRAME_MAX, FRAME_MAX_BEFORE_SYNC, SEND_BUFFER_MAX } from '../../shared/limits.ts'
import { Close, encodeFrame, type CloseReason, type Frame } from '../../shared/wire.ts'
import type { Principal } from '../identity/principal.ts'
import type { Author } from './admission/author.ts'
import type { Audience, Member } from './audience.ts'
import type { Budget } from './budget.ts'
import { readClientFrame } from './client-frame.ts'
import { Receipts } from './receipts.ts'
import type { Room } from './room.ts'
import { step1Frame } from './server-frame.ts'

export type ConnectionParts = {
  readonly socket: WebSocket
  readonly room: Room
  readonly principal: Principal
  readonly access: Access
  readonly frames: boolean
  /** What it is told before anything else. */
  readonly greeting: readonly Frame[]
  /** How much its session may still send. */
  readonly budget: Budget
  readonly now: () => number
  /** Marks the session as in use. */
  readonly touch: () => void
  /** Told of a message that the server could not cope with: a fault of its own. */
  readonly onFault: (error: unknown) => void
}

/** With a ping every ten seconds, a peer that has not answered for thirty is gone. */
const UNANSWERED_MAX = 3
const TOUCH_EVERY_MS = 60_000

/** One socket's side of the protocol, from the moment it is accepted until it closes. */
export class Connection implements Member {
  readonly frames: boolean
  readonly access: Access
  /** Resolves with the close code. */
  readonly closed: Promise<number>
  readonly #parts: ConnectionParts
  readonly #audience: Audience
  readonly #receipts = new Receipts()
  #hasSynced = false
  #unanswered = 0
  #touchedAt = -Infinity

  constructor(parts: ConnectionParts) {
    const { socket, room, access, frames, greeting } = parts
    this.#parts = parts
    this.frames = frames
    this.access = access
    socket.binaryType = 'arraybuffer' // each message then owns its bytes
    socket.on('message', (data, isBinary) => this.#cope(() => this.#receive(data, isBinary)))
    socket.on('pong', () => (this.#unanswered = 0))
    socket.on('error', () => {}) // ws closes the socket itself
    this.closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('close', () => room.leave(this))
    for (const frame of greeting) this.tell(frame)
    this.#audience = room.join(this, access)
  }

  send(message: Uint8Array): void {
    const { socket } = this.#parts
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > SEND_BUFFER_MAX) return this.close(Close.tooSlow)
    socket.send(message)
  }

  tell(frame: Frame): void {
    if (this.frames) this.send(encodeFrame(frame))
  }

  saved(received: number, seq: number): void {
    this.tell({ type: 'saved', received, seq, time: this.#parts.now() })
  }

  close({ code, reason }: CloseReason): void {
    this.#parts.socket.close(code, reason)
  }

  terminate(): void {
    this.#parts.socket.terminate()
  }

  beat(message: Uint8Array): void {
    const { socket, access } = this.#parts
    if (socket.readyState !== socket.OPEN) return
    if (this.#unanswered >= UNANSWERED_MAX) return socket.terminate()
    this.#unanswered++
    socket.ping()
    this.send(message)
    if (access === 'display') this.#touch() // a wall is in use as long as it is connected
  }

  /** Whatever a message does to the server, it costs its own socket and nobody else anything. */
  #cope(task: () => void): void {
    try {
      task()
    } catch (error) {
      this.#parts.onFault(error)
      this.close(Close.badFrame)
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    const { socket } = this.#parts
    if (socket.readyState !== socket.OPEN || this.#parts.room.isFrozen) return
    const { byteLength } = data as ArrayBuffer
    if (byteLength > (this.#hasSynced ? FRAME_MAX : FRAME_MAX_BEFORE_SYNC))
      return this.close(Close.tooLarge)
    if (!this.#parts.budget.take(byteLength)) return this.close(Close.tooFast)

    const frame = isBinary ? readClientFrame(data as ArrayBuffer) : null
    switch (frame?.kind) {
      case 'step1':
        return this.#sync(frame.vector)
      case 'update':
        return this.#admit(frame.update, frame.whole)
      case 'ignored':
        return
      case undefined:
        return this.close(Close.badFrame)
    }
  }

  #sync(vector: Uint8Array): void {
    const { access, room } = this.#parts
    if (access === 'display' && !room.overrules(vector)) return this.close(Close.reloadNeeded)
    for (const message of this.#audience.answer(vector)) this.send(message)
    if (access === 'write' && !this.#hasSynced) this.send(step1Frame(room.ahead))
    this.#hasSynced = true
  }

  /** Who may only read sends updates all the same: its client answers, or a tab was left open. */
  #admit(update: Uint8Array, whole: boolean): void {
    const { access, principal, room } = this.#parts
    if (access !== 'write' || principal.kind !== 'person') return
    const admission = room.admit(update, this.#author(principal.person), whole)
    switch (admission.kind) {
      case 'unreadable':
        return this.close(Close.badFrame)
      case 'refused':
        this.tell({ type: 'ruling', kind: 'refused', ...admission.objection })
        return this.close(Close.refused)
      case 'admitted':
        for (const ruling of admission.superseded) room.rule(this, ruling)
        return this.#acknowledge(admission.gap, whole)
    }
  }

  #acknowledge(gap: boolean, whole: boolean): void {
    const { room } = this.#parts
    const receipt = this.#receipts.note(gap, whole)
    if (receipt === 'ask') this.send(step1Frame(room.ahead))
    if (receipt === 'confirm') room.confirm(this, this.#receipts.received)
    if (!whole) this.#touch() // a step 2 is a client's doing, not a person's
  }

  #author({ id, name, role }: Person): Author {
    const client = this.frames ? 'web' : 'stock'
    return { by: id, name, role, client, at: this.#parts.now() }
  }

  #touch(): void {
    const now = this.#parts.now()
    if (now - this.#touchedAt < TOUCH_EVERY_MS) return
    this.#touchedAt = now
    this.#parts.touch()
  }
}
