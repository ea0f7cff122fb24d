import * as Y from 'yjs'
import type { AuditEntry } from '../../server/audit/entry.ts'
import type { ClientOwner } from '../../server/store/update-log.ts'
import { noMeter } from '../../server/sync/meter.ts'
import { Room } from '../../server/sync/room.ts'
import { boardOf, peopleOf } from '../../shared/board-document.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { first, kungsbacka } from '../server/sync/support/fake-gate.ts'
import { NOON } from '../server/sync/support/gated-board.ts'
import { anna, asKarin, berit, requestFor } from '../shared/support/board.ts'
import { PEOPLE } from './people.ts'

/** A real room whose log is a list, on a clock of the test's; it commits when told to. */
export class StagedRoom {
  now = NOON
  room: Room
  /** What was committed: the board's updates, and its lines of the log that nobody has read yet. */
  updates: Uint8Array[] = [beginning()]
  lines: AuditEntry[] = []
  readonly #clients: ClientOwner[] = []

  constructor() {
    this.room = this.#open()
  }

  commit(): void {
    const { batch, land } = this.room.takeOff()
    this.updates.push(...(batch?.updates ?? []))
    this.lines.push(...(batch?.audit ?? []))
    this.#clients.push(...(batch?.clients ?? []))
    land(batch === null ? null : this.updates.length)
  }

  /** Puts a snapshot in the place of the log. */
  compact(): void {
    this.commit()
    this.updates = [this.room.snapshot().update]
  }

  /** Ends the room and opens it from its log. */
  restart(): void {
    this.commit()
    this.reopen()
  }

  /** As after a kill: what was not committed is gone. */
  reopen(): void {
    this.room = this.#open()
  }

  /** What the log says that the board is. */
  replayed(): Y.Doc {
    const doc = new Y.Doc()
    for (const update of this.updates) Y.applyUpdate(doc, update)
    return doc
  }

  #open(): Room {
    const { length } = this.updates
    const loaded = { doc: this.replayed(), seq: length, rows: length, clients: this.#clients }
    return new Room({
      ...{ board: kungsbacka, epoch: first, loaded, meter: noMeter },
      now: () => this.now,
      onNews: () => {},
      request: () => {},
      onCalm: () => {},
      onBroken: (error) => {
        throw error
      },
    })
  }
}

/** A board as the server made it, with two cases. */
function beginning(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.transact(() => {
    for (const person of PEOPLE) peopleOf(doc).set(person.id, person)
    boardOf(doc).set('name', 'Kungsbacka')
    boardOf(doc).set('labels', {})
    for (const id of [anna, berit]) createCase(doc, requestFor(id), asKarin(NOON - 60_000))
  })
  return Y.encodeStateAsUpdate(doc)
}
