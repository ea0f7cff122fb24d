import * as Y from 'yjs'
import type { Author } from '../../../../server/sync/admission/author.ts'
import { ClientIds } from '../../../../server/sync/admission/client-ids.ts'
import { Shadow, type Admission, type Admitted } from '../../../../server/sync/shadow.ts'
import type { Stamp } from '../../../../shared/access.ts'
import { userId } from '../../../../shared/ids.ts'
import type { Role } from '../../../../shared/person.ts'
import { ruling } from '../../../../shared/ruling.ts'

/** The server's clock when a test begins. */
export const NOON = Date.UTC(2026, 0, 5, 12, 0)

/** A board behind admission, on a clock of the test's, and people who each work on their own copy. */
export class GatedBoard {
  now = NOON
  /** What was admitted, as it would be stored. */
  readonly log: Uint8Array[] = []
  readonly shadow = new Shadow(() => this.log, new ClientIds([]))

  get doc(): Y.Doc {
    return this.shadow.doc
  }

  nurse = (name: string, clientId?: number) => new Hand(this, name, 'nurse', clientId)
  doctor = (name: string, clientId?: number) => new Hand(this, name, 'doctor', clientId)
  manager = (name: string, clientId?: number) => new Hand(this, name, 'manager', clientId)

  admit(update: Uint8Array, author: Author, whole = false): Admission {
    const admission = this.shadow.admit(update, author, whole)
    if (admission.kind === 'admitted') this.log.push(...admission.updates)
    return admission
  }
}

/** One person at one copy of the board, who may do anything to it that Yjs can. */
export class Hand {
  readonly doc = new Y.Doc()
  readonly #board: GatedBoard
  readonly #author: Omit<Author, 'at'> & Pick<Stamp, 'by' | 'role'>

  constructor(board: GatedBoard, name: string, role: Role, clientId = this.doc.clientID) {
    this.#board = board
    this.#author = { by: userId.parse(name), name, role, client: 'web' }
    this.learn()
    this.doc.clientID = clientId // last: Yjs gives up an id under which it hears somebody else
  }

  /** Brings its copy up to date. */
  learn(): this {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#board.doc))
    return this
  }

  /** Does something on its copy only; gives the update. */
  apart(task: (doc: Y.Doc, stamp: Stamp) => unknown, at = this.#board.now): Uint8Array {
    const { by, role } = this.#author
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => task(this.doc, { by, role, at }))
    return Y.encodeStateAsUpdate(this.doc, before)
  }

  send(update: Uint8Array, whole = false): Admission {
    return this.#board.admit(update, { ...this.#author, at: this.#board.now }, whole)
  }

  /** Does something, sends it, and hears what the others did. */
  does(task: (doc: Y.Doc, stamp: Stamp) => unknown, at = this.#board.now): Admission {
    const admission = this.send(this.apart(task, at))
    this.learn()
    return admission
  }
}

/** What came of it, with rulings that a client can read. */
export function admitted(admission: Admission): Admitted {
  if (admission.kind !== 'admitted') throw new Error(JSON.stringify(admission))
  for (const one of admission.superseded) ruling.parse(one)
  return admission
}
