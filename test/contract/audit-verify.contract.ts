import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { epoch, type BoardId } from '../../shared/ids.ts'
import { EMPTY_CHAIN, hashOf, type AuditRow } from '../../server/audit/chain.ts'
import { verifyChain } from '../../server/audit/verify.ts'
import { openDatabase, openForReading } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlAuditReader } from '../../server/store/sql-audit-reader.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { anEntry } from '../support/audit.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const ROWS = 5

/** That whoever changes the log behind the server's back is found out, on real databases. */
export function auditVerifyContract({ name, fresh, unguard }: Subject): void {
  describe(`verifying the audit log on ${name}`, () => {
    /** A log of two boards whose guard an administrator has lifted. */
    async function open() {
      const place = await fresh()
      const db = await openDatabase(place)
      const log = new SqlUpdateLog(db)
      const add = (board: BoardId, rows: number) => {
        const audit = Array.from({ length: rows }, (_, i) => anEntry({ reason: `row ${i}` }))
        return log.commit([{ board, epoch: epoch.parse(1), updates: [], audit }])
      }
      const [here, there] = [await createBoard(db, 'kungsbacka'), await createBoard(db, 'halmstad')]
      await add(here, ROWS)
      await add(there, 2)
      for (const statement of unguard) await sql.raw(statement).execute(db)
      const reader = new SqlAuditReader(db)
      const rows = () => rowsOf(db, here)
      const set = (number: number, columns: Partial<AuditRow>) =>
        db
          .updateTable('audit')
          .set(columns)
          .where('chain', '=', here)
          .where('number', '=', number)
          .execute()
      const remove = (from: number, to: number) =>
        db
          .deleteFrom('audit')
          .where('chain', '=', here)
          .where('number', '>=', from)
          .where('number', '<=', to)
          .execute()
      const fault = async (kept = EMPTY_CHAIN) => {
        expect((await verifyChain(reader, there)).fault).toBe(null)
        return (await verifyChain(reader, here, kept)).fault
      }
      const helpers = { here, there, add, rows, set, remove, fault, reader }
      return { place, db, ...helpers, [Symbol.asyncDispose]: () => db.destroy() }
    }

    const rowsOf = (db: Database, board: BoardId) =>
      db.selectFrom('audit').selectAll().where('chain', '=', board).orderBy('number').execute()

    /** Makes a chain fit together again after somebody has changed it, as far as they can. */
    async function forge(db: Database, board: BoardId): Promise<void> {
      let end = EMPTY_CHAIN
      for (const row of await rowsOf(db, board)) {
        const hash = hashOf(end.hash, row)
        const rows = db.updateTable('audit').set({ hash }).where('chain', '=', board)
        await rows.where('number', '=', row.number).execute()
        end = { number: row.number, hash }
      }
      await db.updateTable('audit_heads').set(end).where('chain', '=', board).execute()
    }

    test('[J5] an untouched log is whole, from its first row to its last', async () => {
      await using log = await open()
      const last = (await log.rows()).at(-1)
      expect(await log.reader.chains()).toEqual(['halmstad', 'kungsbacka'])
      expect(await verifyChain(log.reader, log.here)).toEqual({
        chain: 'kungsbacka',
        end: { number: ROWS, hash: last?.hash },
        fault: null,
      })
    })

    test('[J5] it is read without disturbing the server that adds to it', async () => {
      await using log = await open()
      await log.add(log.here, 2_500)
      const reading = await openForReading(log.place)
      await expect(sql`delete from audit_heads`.execute(reading)).rejects.toThrow(/read-?only/)
      const adding = Promise.all(Array.from({ length: 20 }, () => log.add(log.here, 3)))
      const verdict = await verifyChain(new SqlAuditReader(reading), log.here)
      await adding
      await reading.destroy()
      expect(verdict.fault).toBe(null)
      expect(verdict.end.number).toBeGreaterThanOrEqual(2_500 + ROWS)
    })

    test('[J5] one altered column of one row is found', async () => {
      await using log = await open()
      const [row] = (await log.rows()).slice(2)
      if (!row) throw new Error('no third row')
      const columns = Object.keys(row).filter((key) => !['chain', 'number'].includes(key))
      expect(columns).toHaveLength(14)
      for (const column of columns) {
        const was = row[column as keyof AuditRow]
        const is = typeof was === 'number' ? was + 1 : `${was ?? ''}1`
        await log.set(3, { [column]: is })
        expect([column, await log.fault()]).toEqual([
          column,
          'row 3 was altered, or the one before it',
        ])
        await log.set(3, row)
      }
      expect(await log.fault()).toBe(null)
    })

    test('[J5] a row that was altered together with its hash is found', async () => {
      await using log = await open()
      const rows = await log.rows()
      const change = async (number: number) => {
        const row = { ...rows[number - 1], user_name: 'Någon annan' } as AuditRow
        const hash = hashOf(rows[number - 2]?.hash ?? '', row)
        await log.set(number, { ...row, hash })
      }
      await change(ROWS)
      expect(await log.fault()).toBe('row 5 was altered, or the note of its end')
      await change(1)
      expect(await log.fault()).toBe('row 2 was altered, or the one before it')
    })

    test.each([
      [1, 1, 'row 1 is missing'],
      [3, 3, 'row 3 is missing'],
      [2, 4, 'rows 2 to 4 are missing'],
      [ROWS, ROWS, 'row 5 is missing'],
      [1, ROWS, 'rows 1 to 5 are missing'],
    ])('[J5] rows %i to %i, removed, are missed', async (from, to, fault) => {
      await using log = await open()
      await log.remove(from, to)
      expect(await log.fault()).toBe(fault)
    })

    test.each([
      [0, 'row 0 was added'],
      [-7, 'row -7 was added'],
      [6, 'row 6 was added'],
      [8, 'rows 6 to 7 are missing'],
    ])('[J5] a row of one’s own, with the number %i, is found', async (number, fault) => {
      await using log = await open()
      const last = (await log.rows()).at(-1)
      if (!last) throw new Error('no rows')
      const row = { ...last, number }
      await log.db
        .insertInto('audit')
        .values({ ...row, hash: hashOf(last.hash, row) })
        .execute()
      expect(await log.fault()).toBe(fault)
    })

    test('[J5] two rows that changed places are found, and a row squeezed in between', async () => {
      await using log = await open()
      await log.set(2, { number: 99 })
      await log.set(3, { number: 2 })
      await log.set(99, { number: 3 })
      expect(await log.fault()).toBe('row 2 was altered, or the one before it')
      await log.set(2, { chain: log.there, number: 3 })
      expect((await verifyChain(log.reader, log.there)).fault).toBe(
        'row 3 was altered, or the one before it',
      )
    })

    test('[J5] an end that is moved back, or gone, is found', async () => {
      await using log = await open()
      const fourth = (await log.rows())[3]
      const end = { number: 4, hash: fourth?.hash ?? '' }
      await log.db.updateTable('audit_heads').set(end).where('chain', '=', log.here).execute()
      expect(await log.fault()).toBe('row 5 was added')
      await log.db.deleteFrom('audit_heads').where('chain', '=', log.here).execute()
      expect(await log.fault()).toBe('the note of its end is missing')
      expect(await log.reader.chains()).toContain(log.here)
    })

    test('[J6] a log rewritten from end to end is found by what was kept of it elsewhere', async () => {
      await using log = await open()
      const kept = (await verifyChain(log.reader, log.here)).end
      await log.add(log.here, 2)
      expect(await log.fault(kept)).toBe(null)
      await log.set(2, { user_name: 'Någon annan' })
      await forge(log.db, log.here)
      expect(await log.fault()).toBe(null)
      expect(await log.fault(kept)).toBe(
        'row 5 or one before it was altered after its hash was kept',
      )
      await log.remove(4, 7)
      await forge(log.db, log.here)
      expect(await log.fault()).toBe(null)
      expect(await log.fault(kept)).toBe('rows 4 to 5 are missing')
    })
  })
}
