import type { SelectQueryBuilder } from 'kysely'
import type { BoardId, PatientId } from '../../shared/ids.ts'
import type { Chained } from '../audit/audit-log.ts'
import { appendAudit } from '../store/append-audit.ts'
import { isUniqueViolation } from '../store/is-unique-violation.ts'
import type { Database, Schema } from '../store/schema.ts'
import { whenFree } from '../store/when-free.ts'
import { fold } from './fold.ts'
import type { EnrolledRow, PatientRow } from './patient-row.ts'

/** The register's tables. What writes to them writes its rows of the log in the same transaction. */
export class PatientStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Of the patients who belong to some boards on a day and are not protected, by name. */
  async search(
    boards: readonly BoardId[],
    today: string,
    words: string,
    limit: number,
  ): Promise<PatientRow[]> {
    const asked = isNumber(words) ? byNumber(words) : byName(words)
    if (asked === null || boards.length === 0) return []
    return await asked(
      this.#db
        .selectFrom('patients')
        .selectAll()
        .where('protected', '=', 0)
        .where('id', 'in', this.#enrolledTo(boards, today)),
    )
      .orderBy('family_name')
      .orderBy('given_name')
      .orderBy('id')
      .limit(limit)
      .execute()
  }

  /** A patient who belongs to a board on a day; null for all others. */
  async find(board: BoardId, today: string, id: PatientId): Promise<EnrolledRow | null> {
    const [row, enrolment] = await Promise.all([
      this.#db.selectFrom('patients').selectAll().where('id', '=', id).executeTakeFirst(),
      this.#db
        .selectFrom('enrolments')
        .selectAll()
        .where('patient', '=', id)
        .where('board', '=', board)
        .executeTakeFirst(),
    ])
    if (row === undefined || enrolment === undefined) return null
    const { from_day: from, until_day: until } = enrolment
    return from > today || (until !== null && until < today)
      ? null
      : { ...row, enrolment: { from, until } }
  }

  /** Which of some patients belong to one of some boards on a day. */
  async enrolledAmong(boards: readonly BoardId[], today: string, ids: readonly PatientId[]) {
    const found = new Set<PatientId>()
    for (const some of chunks(ids)) {
      const rows = this.#db
        .selectFrom('patients')
        .select('id')
        .where('id', 'in', some)
        .where('id', 'in', this.#enrolledTo(boards, today))
      for (const { id } of await rows.execute()) found.add(id)
    }
    return found
  }

  /** Those of some patients who share a birth date with another of them, by that day; none protected. */
  async bornAlike(ids: readonly PatientId[]): Promise<PatientId[][]> {
    const found: Pick<PatientRow, 'id' | 'birth_date'>[] = []
    for (const some of chunks(ids)) {
      const rows = this.#db
        .selectFrom('patients')
        .select(['id', 'birth_date'])
        .where('id', 'in', some)
        .where('protected', '=', 0)
        .where('birth_date', 'is not', null)
      found.push(...(await rows.execute()))
    }
    const byDay = Map.groupBy(found, (row) => row.birth_date)
    return [...byDay.values()]
      .filter((ones) => ones.length > 1)
      .map((ones) => ones.map(({ id }) => id))
  }

  /** All boards that a patient has been enrolled to, also those that they have left. */
  async boardsOf(id: PatientId): Promise<BoardId[]> {
    const rows = this.#db.selectFrom('enrolments').select('board').where('patient', '=', id)
    return (await rows.execute()).map(({ board }) => board)
  }

  async byNumbers(numbers: readonly string[]): Promise<PatientRow[]> {
    const found: PatientRow[] = []
    for (const some of chunks(numbers)) {
      const rows = this.#db.selectFrom('patients').selectAll().where('number', 'in', some)
      found.push(...(await rows.execute()))
    }
    return found
  }

  /** Of the patients who belong to some boards and are not protected, those born on a day. */
  async bornOn(boards: readonly BoardId[], today: string, day: string): Promise<PatientRow[]> {
    return await this.#db
      .selectFrom('patients')
      .selectAll()
      .where('protected', '=', 0)
      .where('birth_date', '=', day)
      .where('id', 'in', this.#enrolledTo(boards, today))
      .limit(AT_ONCE)
      .execute()
  }

  /**
   * Adds patients who are new, and enrols these and others: all of it, or nothing when the number
   * of one of them has come to be another's meanwhile.
   */
  async add(
    rows: readonly PatientRow[],
    enrolments: readonly Schema['enrolments'][],
    log: readonly Chained[],
  ): Promise<Written> {
    return await this.#write<Written>(async (on) => {
      for (const row of rows) await on.insertInto('patients').values(row).execute()
      for (const one of enrolments) await enrol(on, one)
      await appendAudit(on, log)
      return 'done'
    })
  }

  /** Changes a record that is still as it was read; else changes nothing. */
  async change(
    { id, version, ...columns }: Partial<PatientRow> & Pick<PatientRow, 'id' | 'version'>,
    enrolment: Schema['enrolments'],
    log: readonly Chained[],
  ): Promise<Written | 'changed-since'> {
    return await this.#write(async (on) => {
      const { numUpdatedRows } = await on
        .updateTable('patients')
        .set({ ...columns, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return 'changed-since'
      await enrol(on, enrolment)
      await appendAudit(on, log)
      return 'done'
    })
  }

  #enrolledTo(boards: readonly BoardId[], today: string) {
    return this.#db
      .selectFrom('enrolments')
      .select('enrolments.patient')
      .where('enrolments.board', 'in', boards)
      .where('from_day', '<=', today)
      .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>=', today)]))
  }

  async #write<T>(work: (on: Database) => Promise<T>): Promise<T | 'number-taken'> {
    const db = this.#db
    if (db.isTransaction) return await work(db)
    try {
      return await whenFree(() => db.transaction().execute(work))
    } catch (error) {
      if (isUniqueViolation(error)) return 'number-taken'
      throw error
    }
  }
}

/** What came of a write; a number is taken when somebody else's write came first. */
type Written = 'done' | 'number-taken'

/** Databases take so many parameters in one statement, with room. */
const AT_ONCE = 500

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )

const enrol = (on: Database, one: Schema['enrolments']) =>
  on
    .insertInto('enrolments')
    .values(one)
    .onConflict((conflict) => conflict.columns(['patient', 'board']).doUpdateSet(one))
    .execute()

type Patients = SelectQueryBuilder<Schema, 'patients', PatientRow>
type Asked = ((all: Patients) => Patients) | null

export const isNumber = (words: string): boolean => /\d/.test(words)

/** Every word is the beginning of a given or a family name. */
function byName(text: string): Asked {
  const folded = fold(text)
  if (folded.length < 2) return null
  return (all) =>
    folded.split(' ').reduce((some, word) => some.where('words', 'like', `% ${word}%`), all)
}

/** The beginning of a number, with or without its century. */
function byNumber(text: string): Asked {
  const plain = text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (plain.length < 6) return null
  return (all) =>
    all.where((where) =>
      where.or([where('number', 'like', `${plain}%`), where('number', 'like', `__${plain}%`)]),
    )
}
