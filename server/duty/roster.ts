import type { ExpressionBuilder } from 'kysely'
import type { Duty } from '../../shared/duty.ts'
import type { RosterRow, ShiftBody } from '../../shared/duty-api.ts'
import type { BoardId, UserId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { dayAfter, dayOf, momentOf } from '../../shared/team-time.ts'
import { ABOUT_NOTHING, type AuditEntry } from '../audit/entry.ts'
import { personDoer } from '../identity/doer.ts'
import { appendAudit } from '../store/append-audit.ts'
import type { Database, Schema } from '../store/schema.ts'
import type { DaysOff } from '../calendar/days-off.ts'
import type { ImportedShift } from './read-shift.ts'

/** Whose shift it is, and on which day. */
export type ShiftKey = { readonly board: BoardId; readonly day: string; readonly person: UserId }

type Row = Schema['duty']
type Hours = Pick<Row, 'from_clock' | 'to_clock' | 'phone'>

/** Who is on duty on which board and day. */
export class Roster {
  readonly #db: Database
  readonly #now: () => number
  readonly #daysOff: DaysOff

  constructor(db: Database, daysOff: DaysOff, now: () => number = Date.now) {
    this.#db = db
    this.#daysOff = daysOff
    this.#now = now
  }

  /** The rows of some days, the last one among them, by day and hour. */
  async list(board: BoardId, from: string, until: string): Promise<RosterRow[]> {
    const rows = await this.#db
      .selectFrom('duty')
      .innerJoin('accounts', 'accounts.id', 'duty.account')
      .where('board', '=', board)
      .where('day', '>=', from)
      .where('day', '<=', until)
      .selectAll('duty')
      .select(['accounts.name', 'accounts.role'])
      .orderBy('day')
      .orderBy('from_clock')
      .orderBy('account')
      .execute()
    return rows.map((row) => ({
      ...{ day: row.day, person: row.account, name: row.name, role: row.role },
      ...{ from: row.from_clock, to: row.to_clock, phone: row.phone },
      ...{ source: row.source, setBy: row.set_by, setAt: row.set_at },
    }))
  }

  /** What every surface of a board is to know of it: today and tomorrow. */
  async dutyOf(board: BoardId): Promise<Duty> {
    const today = dayOf(this.#now())
    const rows = await this.list(board, today, dayAfter(today, 1))
    const shifts = rows.map(({ day, from, to, person, role, phone }) => ({
      ...{ person, role, phone },
      ...{ from: momentOf(day, from), to: momentOf(day, to) },
    }))
    return { shifts, daysOff: this.#daysOff.around(today) }
  }

  /** Sets somebody's shift, with the log's line of it. */
  async set(key: ShiftKey, { from, to, phone }: ShiftBody, by: Person): Promise<void> {
    await this.#db.transaction().execute(async (on) => {
      const known = phone === undefined ? await lastPhone(on, key) : phone
      const hours = { from_clock: from, to_clock: to, phone: known }
      await this.#write(on, [{ key, hours, source: 'self' }], by)
    })
  }

  /** Takes what a file says: all of it, or nothing. */
  async take(board: BoardId, shifts: readonly ImportedShift[], by: Person): Promise<void> {
    await this.#db.transaction().execute(async (on) => {
      const writes: Write[] = []
      for (const { day, person, from, to, phone } of shifts) {
        const key = { board, day, person }
        const known = phone ?? (await lastPhone(on, key))
        const hours = { from_clock: from, to_clock: to, phone: known }
        writes.push({ key, hours, source: 'import' })
      }
      await this.#write(on, writes, by)
    })
  }

  /** Takes a shift away; false when there is none. */
  async remove(key: ShiftKey, by: Person): Promise<boolean> {
    return await this.#db.transaction().execute(async (on) => {
      const before = await find(on, key)
      if (before === undefined) return false
      await on.deleteFrom('duty').where(isAt(key)).execute()
      const entry = entryOf(key, before, null, by, this.#now())
      await appendAudit(on, [{ chain: key.board, entry }])
      return true
    })
  }

  /** One line of the log for each shift that is another one now. */
  async #write(on: Database, writes: readonly Write[], by: Person): Promise<void> {
    const at = this.#now()
    for (const { key, hours, source } of writes) {
      const before = await find(on, key)
      const set = { ...hours, source, set_by: by.id, set_at: at }
      await on
        .insertInto('duty')
        .values({ board: key.board, day: key.day, account: key.person, ...set })
        .onConflict((conflict) => conflict.columns(['board', 'day', 'account']).doUpdateSet(set))
        .execute()
      const entry = entryOf(key, before ?? null, hours, by, at)
      await appendAudit(on, [{ chain: key.board, entry }])
    }
  }
}

type Write = { readonly key: ShiftKey; readonly hours: Hours; readonly source: Row['source'] }

const isAt =
  ({ board, day, person }: ShiftKey) =>
  (of: ExpressionBuilder<Schema, 'duty'>) =>
    of.and({ board, day, account: person })

const find = (on: Database, key: ShiftKey): Promise<Hours | undefined> =>
  on
    .selectFrom('duty')
    .where(isAt(key))
    .select(['from_clock', 'to_clock', 'phone'])
    .executeTakeFirst()

/** Where somebody was reached on their last shift: few people's number changes by the day. */
async function lastPhone(on: Database, { board, person }: ShiftKey): Promise<string | null> {
  const last = await on
    .selectFrom('duty')
    .where('board', '=', board)
    .where('account', '=', person)
    .select('phone')
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.phone ?? null
}

const entryOf = (
  { day, person }: ShiftKey,
  from: Hours | null,
  to: Hours | null,
  by: Person,
  at: Timestamp,
): AuditEntry => ({
  ...personDoer(by, at),
  ...ABOUT_NOTHING,
  action: 'duty-changed',
  object: `duty.${day}.${person}`,
  from: from && hoursIn(from),
  to: to && hoursIn(to),
})

/** The log keeps when, and no number: those of people are in no log. */
const hoursIn = ({ from_clock, to_clock }: Hours) => `${from_clock}–${to_clock}`
