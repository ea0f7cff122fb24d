import { randomUUID } from 'node:crypto'
import { RECHECK_DAYS } from '../../shared/rechecks.ts'
import type { Database, Schema } from './schema.ts'
import type { Batch, Closing, RecheckNews } from './update-log.ts'

const DAY_MS = 24 * 3_600_000

type Row = Schema['rechecks']

/** Asks about each closing, and no longer about one that does not stand; answers stay. */
export async function writeRechecks(on: Database, batches: readonly Batch[]): Promise<void> {
  for (const { board, rechecks = [] } of batches)
    for (const { case: id, closing } of rechecks) {
      await on
        .deleteFrom('rechecks')
        .where('board', '=', board)
        .where('case_id', '=', id)
        .where('answer', 'is', null)
        .execute()
      if (closing !== null)
        await on
          .insertInto('rechecks')
          .values(rowsOf(board, id, closing))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    }
}

const rowsOf = (board: Row['board'], id: RecheckNews['case'], closing: Closing): Row[] =>
  RECHECK_DAYS.map((days) => ({
    id: randomUUID(),
    board,
    case_id: id,
    closed_at: closing.at,
    days,
    due_at: closing.at + days * DAY_MS,
    outcome: closing.outcome,
    judged_by: closing.judgedBy,
    patient: closing.patient,
    code: closing.code,
    label: closing.label,
    protected: closing.protected ? 1 : 0,
    nurse: closing.nurse,
    doctor: closing.doctor,
    answer: null,
    answered_by: null,
    answered_at: null,
  }))
