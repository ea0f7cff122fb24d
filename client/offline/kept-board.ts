import * as decoding from 'lib0/decoding.js'
import * as encoding from 'lib0/encoding.js'
import type { BoardSummary, PersonAmI } from '../../shared/api.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { CopyRow, Database, LeaveRow } from './database.ts'
import { presentOwners, type Owner } from './owner.ts'
import { open, seal, type Sealed } from './seal.ts'

/** Whose board it is, and which. */
export type Head = { readonly who: PersonAmI; readonly board: BoardSummary }

/** When a device last saw a board, and how far the server's clock was ahead. */
type Sight = { readonly at: Timestamp; readonly clockAhead: number }
/** A board as a device last saw it: its live cases, in parts. */
export type Copy = Sight & { readonly parts: readonly Uint8Array[] }
/** A copy of which the first part can be shown; the others are still being opened, if there are any. */
export type OpenCopy = Sight & {
  readonly first: Uint8Array
  readonly rest: Promise<readonly Uint8Array[]> | null
}

/** A change that waits for the server: the update that carries it, and what it does. */
export type Change = {
  readonly update: Uint8Array
  readonly changes: readonly CaseChange[]
  readonly at: Timestamp
}
export type KeptChange = Change & { readonly number: number }

/** Where what is not shown at first of a copy lies: beside the copy, by its leave. */
const restOf = (leave: string) => `${leave} rest`
const copyKeys = (leave: string) => IDBKeyRange.bound(leave, restOf(leave))

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

  /** @throws through `rest`, when that cannot be opened */
  async copy(): Promise<OpenCopy | null> {
    const { id } = this.#leave
    const { store } = this.#db.transaction('copies') // so that both are of one copy
    const [row, further] = [store.get(id), store.get(restOf(id))]
    const found = await this.#openCopy(await row)
    const [first] = found?.updates ?? []
    if (!found || !first) return null
    const { parts, at, clockAhead } = found.facts
    return { at, clockAhead, first, rest: parts > 1 ? this.#openRest(further) : null }
  }

  /** When the board was last seen, if there is a copy of it. */
  async seenAt(): Promise<Timestamp | null> {
    const found = await this.#openCopy(await this.#db.get('copies', this.#leave.id))
    return found?.facts.at ?? null
  }

  /** Puts it in place of the copy before, unless nothing may be kept any more. */
  async writeCopy({ parts, ...sight }: Copy): Promise<void> {
    const { id } = this.#leave
    const sealed = await this.#seal(
      'first part',
      { ...sight, parts: parts.length },
      parts.slice(0, 1),
    )
    const rest = parts.length > 1 ? await this.#seal('other parts', null, parts.slice(1)) : null
    const transaction = this.#db.transaction(['leaves', 'copies'], 'readwrite')
    const copies = transaction.objectStore('copies')
    const isKept = (await transaction.objectStore('leaves').getKey(id)) !== undefined
    if (isKept) void copies.put({ leave: id, sealed })
    if (isKept && rest) void copies.put({ leave: restOf(id), sealed: rest })
    else void copies.delete(restOf(id))
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
    await this.#db.delete('copies', copyKeys(this.#leave.id))
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
    void transaction.objectStore('copies').delete(copyKeys(id))
    void transaction.objectStore('leaves').delete(id)
    await transaction.done
  }

  async #openCopy(row: CopyRow | undefined) {
    return row ? await this.#open<Sight & { parts: number }>('first part', row.sealed) : null
  }

  async #openRest(row: Promise<CopyRow | undefined>): Promise<readonly Uint8Array[]> {
    const { sealed } = (await row) ?? {}
    const found = sealed ? await this.#open('other parts', sealed) : null
    if (found === null) throw new Error('The rest of a copy cannot be opened')
    return found.updates
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
