import { sql } from 'kysely'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import { appendAudit, type Chained } from './append-audit.ts'
import type { Database } from './schema.ts'
import type { Batch, Stored, UpdateLog } from './update-log.ts'

/** Rows of one insert: both databases limit the parameters of one statement. */
const ROWS_MAX = 1_000

export class SqlUpdateLog implements UpdateLog {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  /** One statement, so that a compaction in between can neither hide nor repeat an update. */
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
    return { updates: rows.map(({ bytes }) => bytes), seq: rows.at(-1)?.seq ?? 0 }
  }

  async commit(batches: readonly Batch[]): Promise<number[]> {
    if (batches.length === 0) return []
    const committedAt = this.#now()
    return await atomically(this.#db, async (on) => {
      const seqs: number[] = []
      for (const [place, batch] of inLockOrder(batches))
        seqs[place] = await append(on, batch, committedAt)
      await appendAudit(on, batches.flatMap(chained))
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
}

/** In a transaction of the caller's, the work is part of that one. */
const atomically = <T>(db: Database, work: (on: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

/** Takes the next seqs under the document row's lock, so that commit order is seq order. */
async function append(
  on: Database,
  { board, epoch, updates }: Batch,
  committedAt: number,
): Promise<number> {
  const { seq: last } = await on
    .insertInto('documents')
    .values({ board, epoch, seq: updates.length })
    .onConflict((conflict) =>
      conflict
        .columns(['board', 'epoch'])
        .doUpdateSet({ seq: sql<number>`documents.seq + ${updates.length}` }),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  const rows = updates.map((bytes, i) => ({
    board,
    epoch,
    seq: last - updates.length + 1 + i,
    bytes,
    committed_at: committedAt,
  }))
  for (let start = 0; start < rows.length; start += ROWS_MAX)
    await on
      .insertInto('updates')
      .values(rows.slice(start, start + ROWS_MAX))
      .execute()
  return last
}

const chained = ({ board, audit }: Batch): Chained[] =>
  audit.map((entry) => ({ chain: board, entry }))

/** By board and epoch, so that two servers that commit the same boards cannot lock each other out. */
function inLockOrder(batches: readonly Batch[]): [place: number, batch: Batch][] {
  const key = ({ board, epoch }: Batch) => `${board}@${epoch}`
  return [...batches.entries()].sort(([, a], [, b]) => (key(a) < key(b) ? -1 : 1))
}
