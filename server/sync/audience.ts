import * as Y from 'yjs'
import type { CloseReason, Frame } from '../../shared/wire.ts'
import { arrivalOf } from '../../shared/arrival.ts'
import { step2Frame, updateFrame } from './server-frame.ts'

/** A socket as the rest of the server sees it. */
export interface Member {
  /** Understands our own frames. */
  readonly frames: boolean
  send(message: Uint8Array): void
  /** Sends one of our own frames, if it understands them. */
  tell(frame: Frame): void
  close(reason: CloseReason): void
  /** Told once per turn that its first `received` update messages are on disk. */
  saved(received: number, seq: number): void
  /** Sends the pulse's message and notices a peer that has silently gone. */
  beat(message: Uint8Array): void
}

/** A document and the sockets that it is shown to. */
export class Audience {
  readonly doc: Y.Doc
  readonly #members = new Set<Member>()
  /** What was last answered to somebody who has nothing yet, while it is still true. */
  #whole: readonly Uint8Array[] | null = null

  constructor(doc: Y.Doc) {
    this.doc = doc
    doc.on('update', () => (this.#whole = null))
  }

  get size(): number {
    return this.#members.size
  }

  join(member: Member): void {
    this.#members.add(member)
  }

  leave(member: Member): void {
    this.#members.delete(member)
  }

  /**
   * Answers a client's step 1. Everybody who opens the board has nothing, and encoding all of it for
   * each is most of what a join costs: a new build has all of them come at once.
   */
  answer(vector: Uint8Array): readonly Uint8Array[] {
    if (!isNothing(vector)) return [step2Frame(Y.encodeStateAsUpdate(this.doc, vector))]
    return (this.#whole ??= inFrames(arrivalOf(this.doc)))
  }

  /** Sends an update to everyone: encoded once, the same bytes on every socket. */
  broadcast(update: Uint8Array): void {
    if (this.#members.size === 0) return
    const message = updateFrame(update)
    for (const member of this.#members) member.send(message)
  }

  [Symbol.iterator](): IterableIterator<Member> {
    return this.#members.values()
  }
}

/** The last part answers the client's question; those before it come like anybody's change. */
const inFrames = (parts: readonly Uint8Array[]): Uint8Array[] =>
  parts.map((part, index) => (index < parts.length - 1 ? updateFrame(part) : step2Frame(part)))

/** A state vector that names no client: it begins with how many it names. */
const isNothing = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0
