import * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { newCaseId, userId } from '../../shared/ids.ts'
import { SyncType } from '../../shared/wire.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { requestFor } from '../shared/support/board.ts'

/** How many moves a person makes without waiting for an answer. */
const AHEAD = 4

/** A change as its maker remembers it: the time it carries, and the document's state with it. */
type Made = { readonly at: number; readonly clock: number }

/** Somebody who moves a case of their own to and fro as fast as the server confirms it. */
export class Mover {
  readonly case = newCaseId()
  readonly doc = new Y.Doc()
  readonly #connect: () => Peer
  readonly #name: string
  #peer: Peer
  /** What the document was with each update message on this socket. */
  #sent: Made[] = []
  #at = 1_000
  #confirmedBefore = 0

  constructor(address: string, cookie: string, name: string) {
    this.#connect = () => new Peer(address, cookie, {}, this.doc)
    this.#name = name
    this.#peer = this.#connect()
  }

  /** How many of its messages it knows to be on disk, over all its sockets. */
  get confirmed(): number {
    return this.#confirmedBefore + this.#received
  }

  /** The last change that it knows to be on disk. */
  get lastSaved(): Made | undefined {
    return this.#sent[this.#received - 1]
  }

  get lastMade(): Made | undefined {
    return this.#sent.at(-1)
  }

  get closed(): Promise<number> {
    return this.#peer.closed
  }

  async start(): Promise<void> {
    await this.#peer.sync()
    this.#make((doc, stamp) => createCase(doc, requestFor(this.case), stamp))
    this.#peer.socket.on('message', () => this.#keepMoving())
  }

  /** Comes back with all it has, as a client does, and goes on. */
  async comeBack(): Promise<void> {
    this.#confirmedBefore = this.confirmed
    this.#peer = this.#connect()
    await this.#peer.sync()
    const missing = Y.encodeStateAsUpdate(this.doc, await this.#peer.asked())
    this.#sent = this.#sent.slice(-1)
    this.#peer.send(SyncType.step2, missing)
    this.#peer.socket.on('message', () => this.#keepMoving())
  }

  stop(): void {
    this.#peer.socket.removeAllListeners('message')
    this.#peer.socket.close()
  }

  get #received(): number {
    return this.#peer.frames('saved').at(-1)?.received ?? 0
  }

  #keepMoving(): void {
    while (this.#sent.length < this.#received + AHEAD) {
      const to = this.#at % 2 === 0 ? 'acute' : 'today'
      this.#make((doc, stamp) => moveCase(doc, { case: this.case, to, before: null }, stamp))
    }
  }

  #make(task: (doc: Y.Doc, stamp: Stamp) => unknown): void {
    const at = this.#at++
    const stamp: Stamp = { by: userId.parse(this.#name), role: 'nurse', at }
    this.#peer.edit((doc) => task(doc, stamp))
    this.#sent.push({ at, clock: Y.getState(this.doc.store, this.doc.clientID) })
  }
}
