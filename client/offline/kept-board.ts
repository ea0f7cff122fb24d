import * as decoding from 'lib0/decoding.js'
import * as encoding from 'lib0/encoding.js'
import type { BoardSummary, PersonAmI } from '../../shared/api.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { Database, LeaveRow } from './database.ts'
import { presentOwners, type Owner } from './owner.ts'
import { open, seal, type Sealed } from './seal.ts'

/** Whose board it is, and which. */
export type Head = { readonly who: PersonAmI; readonly board: BoardSummary }

/** A board as a device last saw it: its live cases, in parts, when that was, and how far the server's clock was ahead. */
export type Copy = {
  readonly parts: readonly Uint8Array[]
  readonly at: Timestamp
  readonly clockAhead: number
}

/** A change that waits for the server: the update that carries it, and what it does. */
export type Change = {
  readonly update: Uint8Array
  readonly changes: readonly CaseChange[]
  readonly at: Timestamp
}
export type KeptChange = Change & { readonly number: number }

/** What a device keeps of one board for one person, sealed. */
export class KeptBoard {
  readonly head: Head
  readonly #db: Database
  readonly #leave: LeaveRow

  constructor(db: Database, leave: LeaveRow, head: Head) {
    this.#db = db
    this.#leave = leave
    this.head = head
  }

  get id(): string {
    return this.#leave.id
  }

  get until(): Timestamp {
    return this.#leave.until
  }

  async copy(): Promise<Copy | null> {
    const { id: leave } = this.#leave
    const row = await this.#db.get('copies', leave)
    const found = row ? await this.#open<Omit<Copy, 'parts'>>('copy', row.sealed) : null
    return found && { ...found.facts, parts: found.updates }
  }

  /** Puts it in place of the copy before, unless nothing may be kept any more. */
  async writeCopy({ parts, ...facts }: Copy): Promise<void> {
    const { id: leave } = this.#leave
    const sealed = await this.#seal('copy', facts, parts)
    const transaction = this.#db.transaction(['leaves', 'copies'], 'readwrite')
    const isKept = (await transaction.objectStore('leaves').getKey(leave)) !== undefined
    if (isKept) void transaction.objectStore('copies').put({ leave, sealed })
    await transaction.done
  }

  /** The changes of those that are gone, in their order: whoever asks takes them over. */
  async orphans(): Promise<KeptChange[]> {
    const rows = await this.#db.getAllFromIndex('changes', 'leave', this.#leave.id)
    const present = await presentOwners()
    const orphans = rows.filter(({ owner }) => !present.has(owner))
    const changes = await Promise.all(
      orphans.map(async ({ number = 0, sealed }) => {
        const found = await this.#open<Omit<Change, 'update'>>('change', sealed)
        const [update] = found?.updates ?? []
        return found && update ? [{ ...found.facts, update, number }] : []
      }),
    )
    return changes.flat()
  }

  /** Resolves when it is on the device's disk, with its number. */
  async add({ id: owner }: Owner, { update, ...facts }: Change): Promise<number> {
    const sealed = await this.#seal('change', facts, [update])
    const { store, done } = this.#db.transaction('changes', 'readwrite', { durability: 'strict' })
    const [number] = await Promise.all([store.add({ leave: this.#leave.id, owner, sealed }), done])
    return number
  }

  async remove(numbers: readonly number[]): Promise<void> {
    const { store, done } = this.#db.transaction('changes', 'readwrite')
    await Promise.all([...numbers.map((number) => store.delete(number)), done])
  }

  /** Removes the copy, and leaves what waits. */
  async removeCopy(): Promise<void> {
    await this.#db.delete('copies', this.#leave.id)
  }

  /** How many changes wait. */
  async waiting(): Promise<number> {
    return await this.#db.countFromIndex('changes', 'leave', this.#leave.id)
  }

  /** Removes all that is kept of it, and the key. */
  async forget(): Promise<void> {
    const { id } = this.#leave
    const transaction = this.#db.transaction(['leaves', 'copies', 'changes'], 'readwrite')
    const changes = transaction.objectStore('changes')
    for (const number of await changes.index('leave').getAllKeys(id)) void changes.delete(number)
    void transaction.objectStore('copies').delete(id)
    void transaction.objectStore('leaves').delete(id)
    await transaction.done
  }

  async #seal(kind: string, facts: unknown, updates: readonly Uint8Array[]): Promise<Sealed> {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, JSON.stringify(facts))
    for (const update of updates) encoding.writeVarUint8Array(encoder, update)
    const { id, key } = this.#leave
    return await seal(key, `${kind} ${id}`, encoding.toUint8Array(encoder))
  }

  async #open<Facts>(
    kind: string,
    sealed: Sealed,
  ): Promise<{ facts: Facts; updates: Uint8Array[] } | null> {
    const { id, key } = this.#leave
    const plain = await open(key, `${kind} ${id}`, sealed)
    if (plain === null) return null
    const decoder = decoding.createDecoder(plain)
    const facts = JSON.parse(decoding.readVarString(decoder)) as Facts
    const updates: Uint8Array[] = []
    while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
    return { facts, updates }
  }
}
