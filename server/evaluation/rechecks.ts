import type { BoardId, CaseId, PatientId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Recheck, RecheckAnswer } from '../../shared/rechecks.ts'
import { ABOUT_NOTHING, type AuditEntry } from '../audit/entry.ts'
import { personDoer } from '../identity/doer.ts'
import { appendAudit } from '../store/append-audit.ts'
import type { Database, Schema } from '../store/schema.ts'

/** More than this are asked a page at a time: the oldest first, as they are answered. */
const LISTED_MAX = 100

/** Whether patients needed the care that was judged avoided after all, as the team answers it. */
export class Rechecks {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  async count(board: BoardId): Promise<number> {
    const { due } = await this.#due(board)
      .select((of) => of.fn.countAll<number>().as('due'))
      .executeTakeFirstOrThrow()
    return Number(due)
  }

  /** What is due, the longest first, as a person may see it. */
  async list(board: BoardId, viewer: Person): Promise<Recheck[]> {
    const rows = await this.#due(board)
      .leftJoin('accounts', 'accounts.id', 'rechecks.judged_by')
      .selectAll('rechecks')
      .select('accounts.name as judge')
      .orderBy('due_at')
      .orderBy('rechecks.id')
      .limit(LISTED_MAX)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      case: row.case_id,
      code: row.code,
      name: mayName(row, viewer) ? row.label : null,
      closedAt: row.closed_at,
      days: row.days,
      outcome: row.outcome,
      judgedBy: row.judge,
    }))
  }

  /** Keeps a person's answer and the log's line of it; false when it is not due, or answered. */
  async answer(board: BoardId, id: string, answer: RecheckAnswer, by: Person): Promise<boolean> {
    const at = this.#now()
    return await this.#db.transaction().execute(async (on) => {
      const row = await on
        .updateTable('rechecks')
        .set({ answer, answered_by: by.id, answered_at: at })
        .where('board', '=', board)
        .where('id', '=', id)
        .where('due_at', '<=', at)
        .where('answer', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined) return false
      await appendAudit(on, [
        { chain: board, entry: entryOf(row, { from: null, to: answer }, by, at) },
      ])
      return true
    })
  }

  /** Takes back one's own answer; false when there is none. */
  async withdraw(board: BoardId, id: string, by: Person): Promise<boolean> {
    const at = this.#now()
    return await this.#db.transaction().execute(async (on) => {
      const row = await on
        .selectFrom('rechecks')
        .selectAll()
        .where('board', '=', board)
        .where('id', '=', id)
        .where('answered_by', '=', by.id)
        .executeTakeFirst()
      if (row === undefined) return false
      await on
        .updateTable('rechecks')
        .set({ answer: null, answered_by: null, answered_at: null })
        .where('id', '=', id)
        .execute()
      const change = { from: row.answer, to: null }
      await appendAudit(on, [{ chain: board, entry: entryOf(row, change, by, at) }])
      return true
    })
  }

  #due(board: BoardId) {
    return this.#db
      .selectFrom('rechecks')
      .where('rechecks.board', '=', board)
      .where('rechecks.due_at', '<=', this.#now())
      .where('rechecks.answer', 'is', null)
  }
}

type Row = Schema['rechecks']

/** A protected identity is named to those who were responsible for it. */
const mayName = (row: Row, { id }: Person): boolean =>
  row.protected === 0 || row.nurse === id || row.doctor === id

type About = { readonly case_id: CaseId; readonly patient: PatientId | null; readonly days: number }

const entryOf = (
  { case_id, patient, days }: About,
  change: Pick<AuditEntry, 'from' | 'to'>,
  by: Person,
  at: number,
): AuditEntry => ({
  ...personDoer(by, at),
  ...ABOUT_NOTHING,
  ...change,
  action: 'recheck-answered',
  case: case_id,
  patient,
  object: `recheck.${days}`,
})
