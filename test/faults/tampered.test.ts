import Sqlite from 'better-sqlite3'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { addTask } from '../../shared/commands/add-task.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { writeAnna } from '../server/sync/support/attempts/annas-board.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { anna, asKarin, taskNumber } from '../shared/support/board.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import { auditRows, expectWholeStore, faultsInStore } from '../support/store-on-disk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { verifyAudit } from '../support/verify-audit.ts'

let folder: string
let last: number

/** What a server leaves on whose board Karin has done three things, and the last one's row. */
beforeAll(async () => {
  await using server = await ServerProcess.start()
  const cookie = await signIn(server.url, 'karin')
  const { id, epoch } = await boardNamed(server.url, cookie, 'kungsbacka')
  const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}?frames=1`
  const karin = await new Peer(address, cookie).sync()
  const does = async (task: (doc: Y.Doc) => unknown) => {
    const before = karin.frames('saved').length
    karin.edit(task)
    await karin.until(() => karin.frames('saved').length > before)
  }
  await does((doc) => writeAnna(doc, asKarin()))
  await does((doc) => moveCase(doc, { case: anna, to: 'today', before: null }, asKarin()))
  await does((doc) => addTask(doc, { case: anna, task: taskNumber(2), text: 'Prov' }, asKarin()))
  await server.stop()
  last = (await auditRows(server.folder, id)).at(-1)?.number ?? 0
  folder = mkdtempSync(`${tmpdir()}/samtavlan-`)
  cpSync(server.folder, folder, { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A copy of it that somebody who holds the database has changed. */
function tampered(statement: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  const administrator = new Sqlite(`${copy}/samtavlan.db`)
  administrator.exec('drop trigger audit_no_update; drop trigger audit_no_delete')
  administrator.exec(statement)
  administrator.close()
  return copy
}

const OF = `from audit where chain = 'kungsbacka' and number`
const COLUMNS =
  'time, action, unit, user_id, user_name, user_role, client, case_id, patient, object, before, after, reason, hash'

test('[J2] what a server leaves has a row for each change, and a whole log', () =>
  expectWholeStore(folder))

test.each([
  [
    'altered',
    (row: number) =>
      `update audit set user_name = 'X' where chain = 'kungsbacka' and number = ${row - 1}`,
    (row: number) => `row ${row - 1} was altered, or the one before it`,
  ],
  [
    'removed',
    (row: number) => `delete ${OF} = ${row - 1}`,
    (row: number) => `row ${row - 1} is missing`,
  ],
  [
    'removed from the end',
    (row: number) => `delete ${OF} = ${row}`,
    (row: number) => `row ${row} is missing`,
  ],
  [
    'added',
    (row: number) =>
      `insert into audit (chain, number, ${COLUMNS}) select chain, ${row + 1}, ${COLUMNS} ${OF} = ${row}`,
    (row: number) => `row ${row + 1} was altered, or the one before it`,
  ],
  [
    'moved',
    (row: number) => `
      update audit set number = -1 where chain = 'kungsbacka' and number = ${row - 1};
      update audit set number = ${row - 1} where chain = 'kungsbacka' and number = ${row};
      update audit set number = ${row} where chain = 'kungsbacka' and number = -1`,
    (row: number) => `row ${row - 1} was altered, or the one before it`,
  ],
])('[J5] a row of a server’s log that was %s is named', async (_how, change, found) => {
  const { complained, code } = await verifyAudit(tampered(change(last)))
  expect(complained).toBe(`The log of kungsbacka is not whole: ${found(last)}.\n`)
  expect(code).toBe(1)
})

test('[J2] a change without its row is found', async () => {
  const copy = tampered(`delete ${OF} = ${last}`)
  const [fault] = await faultsInStore(copy)
  expect(fault).toMatch(/^kungsbacka@1: no row says what update (\d+) of \1 does to 0000/)
})

test('[J2] a row without its change is found', async () => {
  const ofBoard = `from updates where board = 'kungsbacka'`
  const copy = tampered(`delete ${ofBoard} and seq = (select max(seq) ${ofBoard})`)
  expect(await faultsInStore(copy)).toEqual([
    `kungsbacka@1: no update does what the rows say of ${anna}`,
  ])
})
