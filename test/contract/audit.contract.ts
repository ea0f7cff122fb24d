import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { boardId, epoch, type BoardId } from '../../shared/ids.ts'
import { hashOf } from '../../server/audit/chain.ts'
import type { AuditEntry } from '../../server/audit/entry.ts'
import { openDatabase, type DatabasePlace } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlAuditReader } from '../../server/store/sql-audit-reader.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { anEntry, someCase, somePatient } from '../support/audit.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const first = epoch.parse(1)
const update = Uint8Array.of(1)

/** What every store keeps of who did what, run against real databases. */
export function auditContract({ name, fresh, shared }: Subject): void {
  describe(`audit log on ${name}`, () => {
    async function open(place?: DatabasePlace) {
      const at = place ?? (await fresh())
      const db = await openDatabase(at)
      const log = new SqlUpdateLog(db)
      const commit = (board: BoardId, audit: readonly AuditEntry[], updates = [update]) =>
        log.commit([{ board, epoch: first, updates, audit }])
      return { place: at, db, log, commit, [Symbol.asyncDispose]: () => db.destroy() }
    }
    const rowsOf = (db: Database) =>
      db.selectFrom('audit').selectAll().orderBy('chain').orderBy('number').execute()
    const headsOf = (db: Database) =>
      db.selectFrom('audit_heads').selectAll().orderBy('chain').execute()

    test('[J1] a row says what, when, where, who, through what, on whom, from, to and why', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      await store.commit(board, [anEntry({ reason: 'ringde själv' })])
      expect(await rowsOf(store.db)).toEqual([
        {
          chain: 'kungsbacka',
          number: 1,
          time: Date.UTC(2026, 0, 5, 8, 0),
          action: 'case-changed',
          unit: 'Team kungsbacka',
          user_id: 'karin',
          user_name: 'Karin Lindqvist',
          user_role: 'nurse',
          client: 'web',
          case_id: someCase,
          patient: somePatient,
          object: 'place',
          before: '{"lane":"incoming","rank":"a0","at":1}',
          after: '{"lane":"acute","rank":"a0","at":2}',
          reason: 'ringde själv',
          hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      ])
    })

    test('[J2] a change and its rows are written together or not at all', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      const unknown = boardId.parse('unknown')
      const audit = [anEntry()]
      const both = [board, unknown].map((id) => ({
        board: id,
        epoch: first,
        updates: [update],
        audit,
      }))
      await expect(store.log.commit(both)).rejects.toThrow()
      expect(await rowsOf(store.db)).toEqual([])
      await sql`drop table audit`.execute(store.db)
      await expect(store.commit(board, audit)).rejects.toThrow()
      expect((await store.log.load(board, first)).seq).toBe(0)
    })

    test('[J2] a read or a refusal is a row without an update, and the board’s seq stays', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      expect(await store.commit(board, [anEntry()])).toEqual([1])
      expect(await store.commit(board, [anEntry({ action: 'board-opened' })], [])).toEqual([1])
      expect(await store.commit(board, [anEntry()])).toEqual([2])
      expect((await rowsOf(store.db)).map(({ number, action }) => [number, action])).toEqual([
        [1, 'case-changed'],
        [2, 'board-opened'],
        [3, 'case-changed'],
      ])
    })

    test('[J3] the database itself lets nobody change or remove a row', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      await store.commit(board, [anEntry()])
      const before = await rowsOf(store.db)
      const changed = store.db.updateTable('audit').set({ user_name: 'Någon annan' }).execute()
      await expect(changed).rejects.toThrow('append-only')
      await expect(store.db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
      expect(await rowsOf(store.db)).toEqual(before)
    })

    test('[J4] each row’s hash covers its columns and the row before, as they are read back', async () => {
      await using store = await open()
      const [here, there] = await Promise.all(
        ['halmstad', 'kungsbacka'].map((id) => createBoard(store.db, id)),
      )
      if (!here || !there) throw new Error('no boards')
      const awkward = {
        from: undefined,
        to: ['\0 \ud800 å 🧡', 10n, update],
        case: null,
        patient: null,
      }
      const texts = { name: 'Å\0sa \ud83e', object: 'x'.repeat(9_000), reason: '"\\\n' }
      await store.log.commit([
        { board: here, epoch: first, updates: [update], audit: [anEntry(), anEntry(awkward)] },
        { board: there, epoch: first, updates: [], audit: [anEntry({ user: null, role: null })] },
        { board: here, epoch: first, updates: [], audit: [anEntry(texts)] },
      ])
      await store.commit(here, [anEntry({ time: Number.MAX_SAFE_INTEGER })])
      const rows = await rowsOf(store.db)
      const ends = new Map<string, { number: number; hash: string }>()
      for (const { hash, ...row } of rows) {
        const end = ends.get(row.chain)
        expect(row.number).toBe((end?.number ?? 0) + 1)
        expect(hash).toBe(hashOf(end?.hash ?? '', row))
        ends.set(row.chain, { number: row.number, hash })
      }
      expect([...ends].map(([chain, { number }]) => [chain, number])).toEqual([
        ['halmstad', 4],
        ['kungsbacka', 1],
      ])
      expect(await headsOf(store.db)).toEqual([...ends].map(([chain, end]) => ({ chain, ...end })))
    })

    test('[J4] commits at once, of several servers too, make one chain without a gap', async () => {
      await using store = await open()
      await using other = shared ? await open(store.place) : null
      const boards = await Promise.all(
        ['halmstad', 'kungsbacka'].map((id) => createBoard(store.db, id)),
      )
      const logs = [store.log, other?.log ?? store.log]
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => {
          const order = i % 2 === 0 ? boards : [...boards].reverse()
          const audit = [anEntry({ reason: `${i} a` }), anEntry({ reason: `${i} b` })]
          const updates = i % 3 === 0 ? [] : [update]
          return logs[i % 2]?.commit(
            order.map((board) => ({ board, epoch: first, updates, audit })),
          )
        }),
      )
      const rows = await rowsOf(store.db)
      expect(rows).toHaveLength(160)
      for (const board of boards) {
        const chain = rows.filter((row) => row.chain === board)
        let hash = ''
        for (const [i, row] of chain.entries()) {
          expect(row.number).toBe(i + 1)
          expect(row.hash).toBe(hashOf(hash, row))
          hash = row.hash
        }
      }
    })

    test('[J9] a case’s rows are read newest first, of some actions, from any number down', async () => {
      await using store = await open()
      const [board, other] = [
        await createBoard(store.db, 'kungsbacka'),
        await createBoard(store.db, 'halmstad'),
      ]
      const line = (action: AuditEntry['action'], reason: string, differs = {}) =>
        anEntry({ action, reason, ...differs })
      await store.commit(board, [
        line('case-created', 'first'),
        line('case-opened', 'a read'),
        line('case-changed', 'second'),
        line('case-changed', 'of no case', { case: null }),
        line('change-refused', 'third'),
      ])
      await store.commit(other, [line('case-changed', 'elsewhere')])
      const ask = async (before: number | null, limit = 10) => {
        const actions = ['case-created', 'case-changed', 'change-refused'] as const
        const rows = await new SqlAuditReader(store.db).ofCase({
          ...{ board, case: someCase, actions, before, limit },
        })
        return rows.map(({ reason }) => reason)
      }
      expect(await ask(null)).toEqual(['third', 'second', 'first'])
      expect(await ask(null, 2)).toEqual(['third', 'second'])
      expect(await ask(3)).toEqual(['first'])
      expect(await ask(1)).toEqual([])
    })

    test('[J2] lines without a change are written with the changes of their turn, or alone', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      const lines = [
        { chain: '' as const, entry: anEntry({ action: 'signed-in', case: null }) },
        { chain: board, entry: anEntry({ action: 'case-opened' }) },
      ]
      const batch = { board, epoch: first, updates: [update], audit: [anEntry()] }
      expect(await store.log.commit([batch], lines)).toEqual([1])
      expect(await store.log.commit([], lines)).toEqual([])
      const rows = await rowsOf(store.db)
      expect(rows.map(({ chain, number, action, unit }) => [chain, number, action, unit])).toEqual([
        ['', 1, 'signed-in', null],
        ['', 2, 'signed-in', null],
        ['kungsbacka', 1, 'case-changed', 'Team kungsbacka'],
        ['kungsbacka', 2, 'case-opened', 'Team kungsbacka'],
        ['kungsbacka', 3, 'case-opened', 'Team kungsbacka'],
      ])
    })

    test('[D9] a large number of rows fits in one commit', async () => {
      await using store = await open()
      const board = await createBoard(store.db, 'kungsbacka')
      const many = Array.from({ length: 5_000 }, () => anEntry())
      await store.commit(board, many)
      expect(await headsOf(store.db)).toMatchObject([{ chain: board, number: 5_000 }])
    })
  })
}
