import * as Y from 'yjs'
import type { UserId } from '../../../shared/ids.ts'
import type { ClientOwner } from '../../store/update-log.ts'
import type { Objection } from './objection.ts'

/** A Yjs client id under which an update brings something. */
export type Writer = {
  readonly client: number
  /** Whether the board already holds something of it. */
  readonly isKnown: boolean
}

/** More than one person opens in a board's epoch; each page load makes one. */
const CLIENTS_PER_PERSON = 2_000
const NOT_YOURS: Objection = { reason: 'not-yours', case: null, part: null }

/**
 * Whose Yjs client ids are whose. What a client id has written, nobody else may continue: a
 * forger could otherwise take the next numbers of a colleague, whose own work would then not fit.
 */
export class ClientIds {
  readonly #owners = new Map<number, UserId>()
  readonly #counts = new Map<UserId, number>()

  /** @param owners those known from before */
  constructor(owners: readonly ClientOwner[]) {
    for (const { client, owner } of owners) this.#give(client, owner)
  }

  objectionTo(writers: readonly Writer[], by: UserId): Objection | null {
    const strangers = writers.filter(({ client }) => this.#owners.get(client) !== by)
    const count = (this.#counts.get(by) ?? 0) + strangers.length
    const isTaken = strangers.some(({ isKnown }) => isKnown)
    return isTaken || count > CLIENTS_PER_PERSON ? NOT_YOURS : null
  }

  /** Gives a person those that were nobody's; answers which these were. */
  claim(writers: readonly Writer[], owner: UserId): ClientOwner[] {
    const free = writers.map(({ client }) => client).filter((one) => !this.#owners.has(one))
    for (const client of free) this.#give(client, owner)
    return free.map((client) => ({ client, owner }))
  }

  #give(client: number, owner: UserId): void {
    this.#owners.set(client, owner)
    this.#counts.set(owner, (this.#counts.get(owner) ?? 0) + 1)
  }
}

/** Of which clients a transaction that is still open has brought anything. */
export const writersIn = ({ doc, beforeState }: Y.Transaction): Writer[] =>
  [...doc.store.clients.keys()].flatMap((client) => {
    const known = beforeState.get(client)
    return known === Y.getState(doc.store, client) ? [] : { client, isKnown: known !== undefined }
  })
