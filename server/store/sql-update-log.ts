import { sql } from 'kysely'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Chained } from '../audit/audit-log.ts'
import { appendAudit } from './append-audit.ts'
import { insertOf } from './insert.ts'
import type { Database, Schema } from './schema.ts'
import { rollOver } from './roll-over.ts'
import type { Batch, Stored, Turn, UpdateLog } from './update-log.ts'
import { writeAlerts } from './write-alerts.ts'
import { writeNotices } from './write-notices.ts'
import { writeRechecks } from './write-rechecks.ts'

export class SqlUpdateLog implements UpdateLog {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  /** All updates in one statement, so that a compaction in between can neither hide nor repeat an update. */
  async load(board: BoardId, epoch: Epoch): Promise<Stored> {
    const rows = await this.#db
      .selectFrom('snapshots')
      .select(['seq', 'bytes'])
      .where('board', '=', board)
      .where('epoch', '=', epoch)
      .unionAll(
        this.#db
          .selectFrom('updates')
          .select(['seq', 'bytes'])
          .where('board', '=', board)
          .where('epoch', '=', epoch),
      )
      .orderBy('seq')
      .execute()
    const clients = await this.#db
      .selectFrom('document_clients')
      .select(['client', 'user_id as owner'])
      .where('board', '=', board)
      .where('epoch', '=', epoch)
      .execute()
    return { updates: rows.map(({ bytes }) => bytes), seq: rows.at(-1)?.seq ?? 0, clients }
  }

  async commit(batches: readonly Batch[], others: readonly Chained[] = []): Promise<number[]> {
    if (batches.length === 0 && others.length === 0) return []
    const committedAt = this.#now()
    return await atomically(this.#db, async (on) => {
      const ends = await reserveSeqs(on, batches)
      const seqs: number[] = []
      const rows: UpdateRow[] = []
      for (const batch of batches) {
        const { board, epoch, updates } = batch
        let seq = ends.get(keyOf(batch)) ?? 0
        for (const bytes of updates)
          rows.push({ board, epoch, seq: ++seq, bytes, committed_at: committedAt })
        ends.set(keyOf(batch), seq)
        seqs.push(seq)
      }
      await insertUpdates(on, rows)
      await insertClients(on, batches.flatMap(owned))
      await writeRechecks(on, batches)
      await writeAlerts(on, batches)
      await writeNotices(on, batches)
      await appendAudit(on, [...batches.flatMap(chained), ...others])
      return seqs
    })
  }

  async compact(board: BoardId, epoch: Epoch, seq: number, snapshot: Uint8Array): Promise<void> {
    await atomically(this.#db, async (on) => {
      const document = await on
        .selectFrom('documents')
        .select('seq')
        .where('board', '=', board)
        .where('epoch', '=', epoch)
        .executeTakeFirst()
      if (document === undefined || document.seq < seq)
        throw new Error(`${board}@${epoch} has no update ${seq} to compact`)
      const { numInsertedOrUpdatedRows: written } = await on
        .insertInto('snapshots')
        .values({ board, epoch, seq, bytes: snapshot })
        .onConflict((conflict) =>
          conflict
            .columns(['board', 'epoch'])
            .doUpdateSet({ seq, bytes: snapshot })
            .where('snapshots.seq', '<', seq),
        )
        .executeTakeFirstOrThrow()
      if (written === 0n) return // a later snapshot is already there
      await on
        .deleteFrom('updates')
        .where('board', '=', board)
        .where('epoch', '=', epoch)
        .where('seq', '<=', seq)
        .execute()
    })
  }

  async epochOf(board: BoardId): Promise<Epoch> {
    const found = this.#db.selectFrom('boards').select('epoch').where('id', '=', board)
    return (await found.executeTakeFirstOrThrow()).epoch
  }

  rollOver(turn: Turn): Promise<void> {
    return atomically(this.#db, (on) => rollOver(on, turn))
  }
}

/** In a transaction of the caller's, the work is part of that one. */
const atomically = <T>(db: Database, work: (on: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

type DocumentRow = Schema['documents']
type UpdateRow = Schema['updates']
type ClientRow = Schema['document_clients']

/**
 * Reserves a seq for each update under its document's lock, so that commit order is seq order.
 * Gives each document's last seq before.
 */
async function reserveSeqs(on: Database, batches: readonly Batch[]): Promise<Map<string, number>> {
  const counts = new Map<string, DocumentRow>()
  for (const batch of batches) {
    const { board, epoch, updates } = batch
    const count = (counts.get(keyOf(batch))?.seq ?? 0) + updates.length
    counts.set(keyOf(batch), { board, epoch, seq: count })
  }
  // In one order always, so that servers that commit the same boards cannot lock each other out.
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const ends = await advanceDocuments(on, rows)
  return new Map(ends.map((end) => [keyOf(end), end.seq - (counts.get(keyOf(end))?.seq ?? 0)]))
}

const advanceDocuments = insertOf<DocumentRow, DocumentRow>(['board', 'epoch', 'seq'], (db, rows) =>
  db
    .insertInto('documents')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['board', 'epoch'])
        .doUpdateSet({ seq: sql<number>`documents.seq + excluded.seq` }),
    )
    .returning(['board', 'epoch', 'seq']),
)

const insertUpdates = insertOf<UpdateRow, unknown>(
  ['board', 'epoch', 'seq', 'bytes', 'committed_at'],
  (db, rows) => db.insertInto('updates').values(rows),
)

const insertClients = insertOf<ClientRow, unknown>(
  ['board', 'epoch', 'client', 'user_id'],
  (db, rows) =>
    db
      .insertInto('document_clients')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
)

const owned = ({ board, epoch, clients = [] }: Batch): ClientRow[] =>
  clients.map(({ client, owner }) => ({ board, epoch, client, user_id: owner }))

const keyOf = ({ board, epoch }: Pick<Batch, 'board' | 'epoch'>) => `${board}@${epoch}`

const chained = ({ board, audit }: Batch): Chained[] =>
  audit.map((entry) => ({ chain: board, entry }))
