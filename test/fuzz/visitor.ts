import * as decoding from 'lib0/decoding.js'
import * as Y from 'yjs'
import type { SessionId } from '../../server/identity/principal.ts'
import { Budget } from '../../server/sync/budget.ts'
import { Connection } from '../../server/sync/connection.ts'
import { accessOf } from '../../shared/access.ts'
import type { Person } from '../../shared/person.ts'
import { MessageType, syncFrame, SyncType } from '../../shared/wire.ts'
import { kungsbacka } from '../server/sync/support/fake-gate.ts'
import { FakeSocket } from './fake-socket.ts'
import type { StagedRoom } from './staged-room.ts'

/** Somebody at a copy of the board, who hears and says only what a test lets them. */
export class Visitor {
  readonly who: Person | 'wall'
  doc = new Y.Doc()
  socket = new FakeSocket()
  readonly #stage: StagedRoom
  readonly #id: number
  #heard = 0
  #pages = 0

  /** @param id its first Yjs client id: a counterexample can be played again */
  constructor(stage: StagedRoom, who: Person | 'wall', id: number) {
    this.#stage = stage
    this.who = who
    this.#id = id
    this.open()
  }

  /** What it has heard of since it last looked. */
  get unheard(): number {
    return this.socket.heard.length - this.#heard
  }

  /** Loads the board afresh; whatever was not sent is gone. */
  open(): void {
    this.doc = new Y.Doc()
    this.doc.clientID = this.#id + ++this.#pages
    this.connect()
  }

  /** Opens a socket for the copy that it has. */
  connect(): void {
    this.socket.close()
    this.socket = new FakeSocket()
    this.#heard = 0
    const { who } = this
    const session = this.#id.toString() as SessionId
    const clock = { now: 0 }
    new Connection({
      socket: this.socket.asWebSocket,
      room: this.#stage.room,
      principal:
        who === 'wall'
          ? { kind: 'display', session, board: kungsbacka }
          : { kind: 'person', session, person: who },
      access: who === 'wall' ? 'display' : accessOf(who.role),
      frames: this.#id % 2 === 0,
      greeting: [],
      budget: new Budget(() => (clock.now += 1e9)), // floods are another test's
      now: () => this.#stage.now,
      touch: () => {},
      onFault: (error) => {
        throw error
      },
    })
    this.says(SyncType.step1, Y.encodeStateVector(this.doc))
    this.learn()
  }

  says(type: number, payload: Uint8Array): void {
    this.socket.says(syncFrame(type, payload))
  }

  /** Reads what it was sent; gives what the server says that it has, if it asked for the rest. */
  learn(): Uint8Array | null {
    let asked: Uint8Array | null = null
    for (const message of this.socket.heard.slice(this.#heard)) {
      const decoder = decoding.createDecoder(message)
      if (decoding.readVarUint(decoder) !== MessageType.sync) continue
      const type = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (type === SyncType.step1) asked = payload
      else Y.applyUpdate(this.doc, payload)
    }
    this.#heard = this.socket.heard.length
    return asked
  }

  /** Does something on its copy only, as some Yjs client; gives the update if there is one. */
  apart(client: number, task: () => unknown): Uint8Array | null {
    const own = this.doc.clientID
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    this.doc.on('update', keep)
    this.doc.clientID = client
    this.doc.transact(task)
    this.doc.clientID = own
    this.doc.off('update', keep)
    return updates[0] ?? null
  }
}
