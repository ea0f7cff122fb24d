import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { epoch } from '../../shared/ids.ts'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { createBoard } from '../support/store.ts'
import { temporaryPostgres } from '../support/temporary-postgres.ts'

const server = inject('postgresUrl')

describe.runIf(server !== null)('with a PostgreSQL', () => {
  async function open() {
    const databaseUrl = await temporaryPostgres(server ?? '')
    const db = await openDatabase({ dataDir: '', databaseUrl })
    onTestFinished(() => db.destroy())
    const administrator = new pg.Client(databaseUrl)
    await administrator.connect()
    onTestFinished(() => administrator.end())
    return { db, administrator }
  }

  async function connectionOf(db: Database): Promise<number> {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    return rows[0]?.pid ?? 0
  }

  async function drop(administrator: pg.Client, connection: number): Promise<void> {
    await administrator.query('select pg_terminate_backend($1)', [connection])
    const find = 'select pid from pg_stat_activity where pid = $1'
    await expect.poll(async () => (await administrator.query(find, [connection])).rows).toEqual([])
  }

  test('[D4] a connection lost at work fails that transaction and nothing else', async () => {
    const { db, administrator } = await open()
    const log = new SqlUpdateLog(db)
    const board = await createBoard(db, 'kungsbacka')
    const batch = { board, epoch: epoch.parse(1), updates: [Uint8Array.of(1)], audit: [] }
    const lost = db.transaction().execute(async (on) => {
      await new SqlUpdateLog(on).commit([batch])
      await drop(administrator, await connectionOf(on))
      return await connectionOf(on)
    })
    await expect(lost).rejects.toThrow()
    expect(await log.commit([batch])).toEqual([1])
  })

  test('[D4] a connection lost at rest is replaced', async () => {
    const { db, administrator } = await open()
    await drop(administrator, await connectionOf(db))
    await expect.poll(() => connectionOf(db)).toBeGreaterThan(0)
  })
})
