import type { Alert, AlertNews } from '../../shared/alerts.ts'
import type { BoardId, UserId } from '../../shared/ids.ts'
import { lastCursor } from '../store/write-alerts.ts'
import type { Database, Schema } from '../store/schema.ts'

/** For how long an end is news: who comes later finds the case as it is. */
const ENDS_FOR_MS = 3_600_000

/** The alerts as they rest in the database: whom they concern, and which have to go on. */
export class Alerts {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  /** What concerns a person: what runs, and of what they asked for what has ended since the cursor. */
  async newsFor(person: UserId, after: number): Promise<AlertNews> {
    const now = this.#now()
    const cursor = await lastCursor(this.#db)
    const rows = await this.#toldTo(person, { after, until: cursor }, now)
    const newest = new Map(rows.map((row): [string, Row] => [keyOf(row), row]))
    const isShown = (row: Row) =>
      row.ended_at === null || (row.requester === person && row.ended_by !== person)
    const alerts = [...newest.values()].filter(isShown).map((row) => alertOf(row, person, now))
    return { cursor, alerts }
  }

  /** The boards on which an alert has waited long enough. */
  async dueBoards(): Promise<BoardId[]> {
    const rows = await this.#db
      .selectFrom('alerts')
      .select('board')
      .distinct()
      .where('ended_at', 'is', null)
      .where('next_at', '<=', this.#now())
      .execute()
    return rows.map(({ board }) => board)
  }

  async countRunning(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('alerts')
      .select((of) => of.fn.countAll().as('count'))
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** In the order in which they were told. */
  #toldTo(
    person: UserId,
    { after, until }: { readonly after: number; readonly until: number },
    now: number,
  ): Promise<Row[]> {
    return this.#db
      .selectFrom('alert_events as told')
      .innerJoin('alerts', (join) =>
        join
          .onRef('alerts.board', '=', 'told.board')
          .onRef('alerts.case_id', '=', 'told.case_id')
          .onRef('alerts.since', '=', 'told.since'),
      )
      .innerJoin('memberships', (join) =>
        join
          .onRef('memberships.board', '=', 'alerts.board')
          .onRef('memberships.account', '=', 'told.person'),
      )
      .innerJoin('boards', 'boards.id', 'alerts.board')
      .leftJoin('accounts', 'accounts.id', 'alerts.ended_by')
      .selectAll('alerts')
      .select(['told.cursor', 'boards.name as board_name', 'accounts.name as ender'])
      .where('told.person', '=', person)
      .where('told.cursor', '<=', until)
      .where(({ eb, and, or }) =>
        or([
          eb('alerts.ended_at', 'is', null),
          and([eb('alerts.ended_at', '>', now - ENDS_FOR_MS), eb('told.cursor', '>', after)]),
        ]),
      )
      .orderBy('told.cursor')
      .execute()
  }
}

type Row = Schema['alerts'] & {
  readonly cursor: number
  readonly board_name: string
  readonly ender: string | null
}

const keyOf = ({ board, case_id, since }: Row) => `${board} ${case_id} ${since}`

const alertOf = (row: Row, person: UserId, now: number): Alert => ({
  ...{ event: row.cursor, board: row.board, boardName: row.board_name },
  ...{ case: row.case_id, code: row.code, since: row.since, step: row.step },
  asked: row.requester === person,
  call: row.call_phone === null ? null : { name: row.call_name, phone: row.call_phone },
  sounds: row.step !== 'resting' && row.next_at !== null && now < row.next_at,
  ended:
    row.ended_at === null || row.how === null
      ? null
      : { how: row.how, by: row.ender, at: row.ended_at },
})
