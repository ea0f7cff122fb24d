import Sqlite from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boardId, epoch } from '../../shared/ids.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { anEntry } from '../support/audit.ts'
import { createBoard, sqliteDatabase } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { verifyAudit } from '../support/verify-audit.ts'

/** A folder in use, with a log of three rows; and a way to change it behind everybody's back. */
async function logInUse() {
  const folder = temporaryFolder()
  const db = await sqliteDatabase(folder)
  const board = await createBoard(db, 'kungsbacka')
  const audit = [anEntry(), anEntry(), anEntry()]
  await new SqlUpdateLog(db).commit([{ board, epoch: epoch.parse(1), updates: [], audit }])
  const tamper = (...statements: string[]) => {
    const administrator = new Sqlite(`${folder}/samtavlan.db`)
    for (const statement of statements) administrator.exec(statement)
    administrator.close()
  }
  return { folder, tamper }
}

test('[J5] audit:verify prints each chain while the server has the folder', async () => {
  const { folder } = await logInUse()
  const { said, complained, code } = await verifyAudit(folder)
  expect(said).toMatch(/^kungsbacka 3 [0-9a-f]{64}\n$/)
  expect({ complained, code }).toEqual({ complained: '', code: 0 })
})

test('[J5] audit:verify says which row of whose log is wrong', async () => {
  const { folder, tamper } = await logInUse()
  tamper('drop trigger audit_no_delete', 'delete from audit where number = 2')
  const { said, complained, code } = await verifyAudit(folder)
  expect(said).toMatch(/^kungsbacka 1 [0-9a-f]{64}\n$/)
  expect(complained).toBe('The log of kungsbacka is not whole: row 2 is missing.\n')
  expect(code).toBe(1)
})

test('[J6] audit:verify compares with what it printed before, also for a log that is gone', async () => {
  const { folder, tamper } = await logInUse()
  const kept = `${folder}/kept.txt`
  writeFileSync(kept, `> samtavlan\n${(await verifyAudit(folder)).said}- 2 ${'a'.repeat(64)}\n`)
  tamper('drop trigger audit_no_delete', 'delete from audit', 'delete from audit_heads')
  expect((await verifyAudit(folder)).code).toBe(0)
  const { complained, code } = await verifyAudit(folder, kept)
  expect(complained).toBe(
    'The log of kungsbacka is not whole: rows 1 to 3 are missing.\n' +
      'The log of no board is not whole: rows 1 to 2 are missing.\n',
  )
  expect(code).toBe(1)
})

test('[J5] audit:verify says in one line what it could not read', async () => {
  const folder = temporaryFolder()
  expect(await verifyAudit(folder)).toEqual({
    said: '',
    complained: `The log was not read. The database in DATA_DIR=${folder} cannot be used: unable to open database file\n`,
    code: 2,
  })
  const { complained, code } = await verifyAudit(folder, `${folder}/kept.txt`)
  expect(complained).toBe(`The log was not read. ${folder}/kept.txt cannot be read.\n`)
  expect(code).toBe(2)
  expect(boardId.safeParse('-').success).toBe(false) // it stands for the log of no board
})
