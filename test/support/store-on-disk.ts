import { equalityDeep } from 'lib0/function.js'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { AuditRow, ChainName } from '../../server/audit/chain.ts'
import { openForReading } from '../../server/store/database.ts'
import type { Database } from '../../server/store/schema.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import { casesOf } from '../../shared/board-document.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import type { CaseId } from '../../shared/ids.ts'
import { CaseByLog } from './case-by-log.ts'
import { verifyAudit } from './verify-audit.ts'

/** Every change on disk has its row of the log, every row its change, and the log is whole. */
export async function expectWholeStore(folder: string): Promise<void> {
  expect(await faultsInStore(folder)).toEqual([])
  expect(await verifyAudit(folder)).toMatchObject({ complained: '', code: 0 })
}

/** Changes of cases without a row of the log, and rows without a change. */
export const faultsInStore = (folder: string): Promise<string[]> => readStore(folder, faultsIn)

/** The log of a board, or of what belongs to none, oldest first. */
export const auditRows = (folder: string, board: string): Promise<AuditRow[]> =>
  readStore(folder, (db) => rowsOf(db, board as ChainName).execute())

/** The whole log, one chain after the other. */
export const auditLog = (folder: string): Promise<AuditRow[]> =>
  readStore(folder, (db) =>
    db.selectFrom('audit').selectAll().orderBy('chain').orderBy('number').execute(),
  )

/** Reads from a server's database as it is at one moment. */
async function readStore<T>(folder: string, read: (db: Database) => Promise<T>): Promise<T> {
  const db = await openForReading({ dataDir: folder, databaseUrl: null })
  try {
    return await db.transaction().execute(read)
  } finally {
    await db.destroy()
  }
}

const rowsOf = (db: Database, chain: ChainName) =>
  db.selectFrom('audit').selectAll().where('chain', '=', chain).orderBy('number')

async function faultsIn(db: Database): Promise<string[]> {
  const documents = await db.selectFrom('documents').select(['board', 'epoch']).execute()
  const faults: string[] = []
  for (const { board, epoch } of documents) {
    const { updates } = await new SqlUpdateLog(db).load(board, epoch)
    const changes = rowsOf(db, board).where('action', 'in', ['case-created', 'case-changed'])
    const found = faultsOf(updates, await changes.execute())
    faults.push(...found.map((fault) => `${board}@${epoch}: ${fault}`))
  }
  return faults
}

/** Replays a board's updates into an empty document beside its rows. */
function faultsOf(updates: readonly Uint8Array[], rows: readonly AuditRow[]): string[] {
  const doc = new Y.Doc()
  let changes: readonly CaseChange[] = []
  observeChanges(doc, (seen) => (changes = seen))
  const byCase = Map.groupBy(rows, (row) => row.case_id)
  const logged = new Map([...byCase].map(([id, ones]) => [id, new CaseByLog(ones)]))
  const faults: string[] = []

  updates.forEach((update, i) => {
    changes = []
    Y.applyUpdate(doc, update)
    for (const change of changes) {
      const log = logged.get(change.case)
      if (log?.tellsOf(change) === true && log.reaches(contentOf(doc, change.case).fields)) continue
      faults.push(`no row says what update ${i + 1} of ${updates.length} does to ${change.case}`)
    }
  })
  for (const [id, log] of logged) {
    const { fields, comments } = contentOf(doc, id)
    if (!equalityDeep(log.ends(), fields) || !log.comments.every((one) => comments.includes(one)))
      faults.push(`no update does what the rows say of ${id}`)
  }
  return faults
}

function contentOf(doc: Y.Doc, id: CaseId | null) {
  const content = (id && casesOf(doc).get(id)?.toJSON()) ?? {}
  const { comments = [], ...fields } = content as Content
  delete fields.sbar
  return { fields, comments: comments.map(({ id }) => id) }
}

type Content = Record<string, unknown> & { readonly comments?: readonly { id: string }[] }
