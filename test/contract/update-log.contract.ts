import { describe, expect, test } from 'vitest'
import { boardId, epoch, userId, type BoardId, type Epoch } from '../../shared/ids.ts'
import { openDatabase, type DatabasePlace } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { ClientOwner } from '../../server/store/update-log.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const first = epoch.parse(1)
const second = epoch.parse(2)
const bytes = (...values: number[]) => Uint8Array.from(values)
const valuesOf = (updates: readonly Uint8Array[]) => updates.map((update) => [...update])

/** What every store of updates keeps, run against real databases. */
export function updateLogContract({ name, fresh, shared }: Subject): void {
  describe(`update log on ${name}`, () => {
    async function open(place?: DatabasePlace) {
      const at = place ?? (await fresh())
      const db = await openDatabase(at)
      const log = new SqlUpdateLog(db)
      return { place: at, db, log, [Symbol.asyncDispose]: () => db.destroy() }
    }
    const kungsbacka = (db: Database) => createBoard(db, 'kungsbacka')
    const halmstad = (db: Database) => createBoard(db, 'halmstad')

    test('[D9] a board without updates loads as nothing at seq 0', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      expect(await store.log.load(board, first)).toEqual({ updates: [], seq: 0, clients: [] })
      expect(await store.log.commit([])).toEqual([])
      expect(await store.log.commit([{ board, epoch: first, updates: [], audit: [] }])).toEqual([0])
      expect(await store.log.load(board, first)).toEqual({ updates: [], seq: 0, clients: [] })
    })

    test('[D9] updates come back byte for byte in the order of their commits', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const commit = (...updates: Uint8Array[]) =>
        store.log.commit([{ board, epoch: first, updates, audit: [] }])
      expect(await commit(bytes(0, 255, 1))).toEqual([1])
      expect(await commit(bytes(2), bytes(), bytes(3))).toEqual([4])
      const stored = await store.log.load(board, first)
      expect(valuesOf(stored.updates)).toEqual([[0, 255, 1], [2], [], [3]])
      expect(stored.seq).toBe(4)
    })

    test('[D5] what was committed is there after the database is opened again', async () => {
      const before = await open()
      const board = await kungsbacka(before.db)
      await before.log.commit([{ board, epoch: first, updates: [bytes(1), bytes(2)], audit: [] }])
      await before.log.compact(board, first, 1, bytes(9))
      await before.db.destroy()

      await using after = await open(before.place)
      const stored = await after.log.load(board, first)
      expect(valuesOf(stored.updates)).toEqual([[9], [2]])
      expect(stored.seq).toBe(2)
    })

    test('[A5] whose a Yjs client is stays with whom it was first', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const commit = (epoch: Epoch, ...clients: ClientOwner[]) =>
        store.log.commit([{ board, epoch, updates: [bytes(1)], audit: [], clients }])
      const [karin, eve] = [userId.parse('karin'), userId.parse('eve')]
      await commit(first, { client: 2 ** 32 - 1, owner: karin }, { client: 7, owner: karin })
      await commit(first, { client: 7, owner: eve })
      await commit(second, { client: 7, owner: eve })
      const { clients } = await store.log.load(board, first)
      expect(clients).toHaveLength(2)
      expect(clients).toContainEqual({ client: 2 ** 32 - 1, owner: karin })
      expect(clients).toContainEqual({ client: 7, owner: karin })
      expect((await store.log.load(board, second)).clients).toEqual([{ client: 7, owner: eve }])
    })

    test('[D2] batches of several boards and epochs each get their own seq', async () => {
      await using store = await open()
      const [here, there] = [await kungsbacka(store.db), await halmstad(store.db)]
      const seqs = await store.log.commit([
        { board: here, epoch: first, updates: [bytes(1), bytes(2)], audit: [] },
        { board: there, epoch: first, updates: [bytes(3)], audit: [] },
        { board: here, epoch: second, updates: [bytes(4)], audit: [] },
        { board: here, epoch: first, updates: [bytes(5)], audit: [] },
      ])
      expect(seqs).toEqual([2, 1, 1, 3])
      const load = async (board: BoardId, generation: Epoch) =>
        valuesOf((await store.log.load(board, generation)).updates)
      expect(await load(here, first)).toEqual([[1], [2], [5]])
      expect(await load(there, first)).toEqual([[3]])
      expect(await load(here, second)).toEqual([[4]])
    })

    test('[D2] when one batch cannot be written none of them is', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const unknown = boardId.parse('unknown')
      await store.log.commit([{ board, epoch: first, updates: [bytes(1)], audit: [] }])
      const commit = store.log.commit([
        { board, epoch: first, updates: [bytes(2)], audit: [] },
        { board: unknown, epoch: first, updates: [bytes(3)], audit: [] },
      ])
      await expect(commit).rejects.toThrow()
      const stored = await store.log.load(board, first)
      expect(valuesOf(stored.updates)).toEqual([[1]])
      expect(
        await store.log.commit([{ board, epoch: first, updates: [bytes(4)], audit: [] }]),
      ).toEqual([2])
    })

    test('[D9] concurrent commits of the same boards leave no gap and no double', async () => {
      await using store = await open()
      await using other = shared ? await open(store.place) : null
      const [here, there] = [await kungsbacka(store.db), await halmstad(store.db)]
      const logs = [store.log, other?.log ?? store.log]
      const commits = Array.from({ length: 40 }, (_, i) => {
        const [one, two] = i % 2 === 0 ? [here, there] : [there, here]
        const batch = (board: BoardId) => ({
          board,
          epoch: first,
          updates: [bytes(i), bytes(i)],
          audit: [],
        })
        return logs[i % 2]?.commit([batch(one), batch(two)])
      })
      const seqs = (await Promise.all(commits)).flatMap((both) => both ?? [])
      const twice = Array.from({ length: 40 }, (_, i) => [2 * i + 2, 2 * i + 2]).flat()
      expect(seqs.sort((a, b) => a - b)).toEqual(twice)

      for (const board of [here, there]) {
        const { updates, seq } = await store.log.load(board, first)
        expect(seq).toBe(80)
        const values = updates.map((update) => update[0])
        expect(new Set(values).size).toBe(40)
        const pairs = values.filter((value, i) => i % 2 === 0 && value === values[i + 1])
        expect(pairs).toHaveLength(40)
      }
    })

    test('[D7] compaction keeps what came after its seq', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const updates = [1, 2, 3, 4].map((value) => bytes(value))
      await store.log.commit([{ board, epoch: first, updates, audit: [] }])
      await store.log.compact(board, first, 3, bytes(123))
      expect(valuesOf((await store.log.load(board, first)).updates)).toEqual([[123], [4]])
      await store.log.compact(board, first, 4, bytes(124))
      const stored = await store.log.load(board, first)
      expect(valuesOf(stored.updates)).toEqual([[124]])
      expect(stored.seq).toBe(4)
      expect(
        await store.log.commit([{ board, epoch: first, updates: [bytes(5)], audit: [] }]),
      ).toEqual([5])
    })

    test('[D7] an older compaction that comes late takes nothing back', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const updates = [1, 2, 3].map((value) => bytes(value))
      await store.log.commit([{ board, epoch: first, updates, audit: [] }])
      await store.log.compact(board, first, 3, bytes(123))
      await store.log.compact(board, first, 2, bytes(12))
      expect(valuesOf((await store.log.load(board, first)).updates)).toEqual([[123]])
    })

    test('[D7] a compaction beyond the last update fails and changes nothing', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      await store.log.commit([{ board, epoch: first, updates: [bytes(1)], audit: [] }])
      await expect(store.log.compact(board, first, 2, bytes(9))).rejects.toThrow('no update 2')
      await expect(store.log.compact(board, second, 1, bytes(9))).rejects.toThrow('no update 1')
      expect(valuesOf((await store.log.load(board, first)).updates)).toEqual([[1]])
    })

    test('[D9] large updates and a large number of them fit', async () => {
      await using store = await open()
      const board = await kungsbacka(store.db)
      const large = Uint8Array.from({ length: 8 * 1024 * 1024 }, (_, i) => i % 251)
      const many = Array.from({ length: 25_000 }, (_, i) => bytes(i % 256))
      await store.log.commit([{ board, epoch: first, updates: [large], audit: [] }])
      expect(await store.log.commit([{ board, epoch: first, updates: many, audit: [] }])).toEqual([
        25_001,
      ])
      const { updates } = await store.log.load(board, first)
      expect(updates).toHaveLength(25_001)
      expect(Buffer.compare(updates[0] ?? bytes(), large)).toBe(0)
      expect(updates[25_000]).toHaveLength(1)
    })
  })
}
