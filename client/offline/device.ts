import type { OfflineLeave } from '../../shared/api.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import { openDatabase, type Database, type LeaveRow } from './database.ts'
import { KeptBoard, type Head } from './kept-board.ts'
import { importKey, open, seal } from './seal.ts'

/** Tabs that come to a board at once shall keep it together. */
const TAKING = 'samtavlan takes a board'

/** What this browser keeps, so that a board can be worked on without a network. */
export class Device {
  readonly #database: Promise<Database | null>

  constructor() {
    this.#database = openDatabase()
  }

  /** A board as somebody may still work on it without the server; null when it is not kept. */
  async find(head: Head): Promise<KeptBoard | null> {
    return (await this.boards()).find((one) => isSame(one.head, head)) ?? null
  }

  /** All that a person keeps of a board, of former sessions and epochs too. */
  async boardsOf({ who, board }: Head): Promise<KeptBoard[]> {
    const boards = await this.boards()
    return boards.filter(({ head }) => head.who.id === who.id && head.board.id === board.id)
  }

  /** Everything kept, by anybody. */
  async boards(): Promise<KeptBoard[]> {
    const db = await this.#database
    const rows = (await db?.getAll('leaves')) ?? []
    const boards = await Promise.all(
      rows.map(async (row) => {
        const head = await headOf(row)
        return db && head ? [new KeptBoard(db, row, head)] : []
      }),
    )
    return boards.flat()
  }

  /**
   * Begins to keep a board, or goes on when its session is the same; null where nothing is kept.
   * A key of a former session opens what that one left: see `boards`.
   */
  async take(head: Head, leave: OfflineLeave): Promise<KeptBoard | null> {
    const db = await this.#database
    if (db === null) return null
    return await navigator.locks.request(TAKING, async () => {
      const kept = await this.boards()
      const same = kept.find((one) => isSame(one.head, head) && one.until === leave.until)
      return same ?? (await begin(db, head, leave))
    })
  }

  /** Removes what others left: a shared device keeps nothing of who used it before. */
  async keepOnly(user: UserId): Promise<void> {
    const others = (await this.boards()).filter(({ head }) => head.who.id !== user)
    await Promise.all(others.map((one) => one.forget()))
  }

  /**
   * The boards that may be shown without the server, the latest seen first. Of those whose time is
   * up the copy is removed; what waits stays, sealed, until its author is back.
   */
  async shown(now: Timestamp): Promise<Head[]> {
    const found: { head: Head; at: Timestamp }[] = []
    for (const one of await this.boards()) {
      if (one.until <= now) await one.removeCopy()
      const at = await one.seenAt()
      if (at !== null) found.push({ head: one.head, at })
    }
    return found.sort((a, b) => b.at - a.at).map(({ head }) => head)
  }

  /** Nobody is signed in: no board is shown without the server. What waits stays for its author. */
  async hide(): Promise<void> {
    for (const one of await this.boards()) await one.removeCopy()
  }

  /** Removes everything, readable or not. */
  async wipe(): Promise<void> {
    const db = await this.#database
    if (db === null) return
    const stores = ['leaves', 'copies', 'changes'] as const
    const transaction = db.transaction(stores, 'readwrite')
    await Promise.all([
      ...stores.map((name) => transaction.objectStore(name).clear()),
      transaction.done,
    ])
  }
}

async function begin(db: Database, head: Head, { key, until }: OfflineLeave): Promise<KeptBoard> {
  const leave = { id: crypto.randomUUID(), key: await importKey(key), until }
  const row = { ...leave, head: await seal(leave.key, `head ${leave.id}`, encode(head)) }
  await db.put('leaves', row)
  return new KeptBoard(db, row, head)
}

const isSame = (a: Head, b: Head): boolean =>
  a.who.id === b.who.id && a.board.id === b.board.id && a.board.epoch === b.board.epoch

async function headOf({ id, key, head }: LeaveRow): Promise<Head | null> {
  const plain = await open(key, `head ${id}`, head)
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Head)
}

const encode = (head: Head) => new TextEncoder().encode(JSON.stringify(head))
