import { sql } from 'kysely'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../server/store/database.ts'
import { assertSafe, BUSY_TIMEOUT_MS } from '../../../server/store/sqlite.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('[D9] a commit waits for the disk, in WAL mode, with foreign keys', async () => {
  const db = await sqliteDatabase()
  const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows
  expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
  expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }])
  expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }])
})

test('[D4] a database that somebody else holds stops the server only for moments', async () => {
  const db = await sqliteDatabase()
  const { rows } = await sql.raw('pragma busy_timeout').execute(db)
  expect(rows).toEqual([{ timeout: BUSY_TIMEOUT_MS }])
  expect(BUSY_TIMEOUT_MS).toBeLessThanOrEqual(250)
})

test.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('[D9] SQLite %s will do', (version) => {
  expect(() => assertSafe(version)).not.toThrow()
})

test.each(['3.51.2', '3.50.9', '3.9.99', '2.99.99'])('[D9] SQLite %s is too old', (version) => {
  expect(() => assertSafe(version)).toThrow(`SQLite is ${version}`)
})

test('[D9] the data folder is made, with the folders above it', async () => {
  const folder = `${temporaryFolder()}/not/yet`
  await sqliteDatabase(folder)
  expect(existsSync(`${folder}/samtavlan.db`)).toBe(true)
})

test('[D10] a second opening of one folder is refused while the first lasts', async () => {
  const folder = temporaryFolder()
  const first = await openDatabase({ dataDir: folder, databaseUrl: null })
  await createBoard(first, 'kungsbacka')
  const second = openDatabase({ dataDir: folder, databaseUrl: null })
  await expect(second).rejects.toThrow('in use by another Samtavlan server')
  await createBoard(first, 'halmstad')
  await first.destroy()
  const boards = await (await sqliteDatabase(folder)).selectFrom('boards').select('id').execute()
  expect(boards).toHaveLength(2)
})

test('[S9] a database that a newer server has changed is not touched', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase({ dataDir: folder, databaseUrl: null })
  await sql`insert into kysely_migration values ('999-tomorrow', '2027-01-01T00:00:00Z')`.execute(
    db,
  )
  await db.destroy()
  const again = openDatabase({ dataDir: folder, databaseUrl: null })
  await expect(again).rejects.toThrow(/^The database in DATA_DIR=.* cannot be used: .*999-tomorrow/)
})
