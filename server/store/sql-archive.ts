import { sql } from 'kysely'
import {
  archived,
  foldedWords,
  readArchived,
  type Archived,
  type ArchiveHit,
  type ArchivePage,
  type ArchiveQuestion,
} from '../../shared/archive.ts'
import type { Case } from '../../shared/case.ts'
import type { BoardId, CaseId, UserId } from '../../shared/ids.ts'
import { dayAfter, momentOf } from '../../shared/team-time.ts'
import type { Database, Schema } from './schema.ts'

const PAGE = 50

type Row = Omit<Schema['archive'], 'board' | 'epoch' | 'patient' | 'words' | 'pair_words'>

const COLUMNS = [
  'case_id',
  'code',
  'label',
  'birth_year',
  'protected',
  'nurse',
  'doctor',
  'how',
  'outcome',
  'closed_at',
  'closed_by',
  'closer',
] as const satisfies (keyof Row)[]

/** The cases that have left their boards. */
export class SqlArchive {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Those that have, for each word that is asked for, one that begins so; the latest ended first. */
  async search(
    board: BoardId,
    { q, from, to, before }: ArchiveQuestion,
    me: UserId,
  ): Promise<ArchivePage> {
    const [endedBefore, ofCase = ''] = before?.split('.') ?? []
    const rows = await this.#db
      .selectFrom('archive')
      .select(COLUMNS)
      .where('board', '=', board)
      .$if(from !== undefined, (found) =>
        found.where('closed_at', '>=', momentOf(from ?? '', '00:00')),
      )
      .$if(to !== undefined, (found) =>
        found.where('closed_at', '<', momentOf(dayAfter(to ?? '', 1), '00:00')),
      )
      .$if(before !== undefined, (found) =>
        found.where(sql<boolean>`(closed_at, case_id) < (${Number(endedBefore)}, ${ofCase})`),
      )
      .where((is) =>
        is.and(
          foldedWords(q).map((word) =>
            is.or([
              is('words', 'like', `% ${word}%`),
              is.and([
                is('pair_words', 'like', `% ${word}%`),
                is.or([is('nurse', '=', me), is('doctor', '=', me)]),
              ]),
            ]),
          ),
        ),
      )
      .orderBy('closed_at', 'desc')
      .orderBy('case_id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const shown = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? shown.at(-1) : undefined
    return {
      hits: shown.map((row) => hitOf(row, me)),
      before: last === undefined ? null : `${last.closed_at}.${last.case_id}`,
    }
  }

  /** As `find`, read as a case on a board is. */
  async findCase(board: BoardId, id: CaseId): Promise<Case | null> {
    const found = await this.find(board, id)
    return found && readArchived(found)
  }

  async find(board: BoardId, id: CaseId): Promise<Archived | null> {
    const row = await this.#db
      .selectFrom('archived_cases')
      .select('content')
      .where('board', '=', board)
      .where('case_id', '=', id)
      .executeTakeFirst()
    return row ? archived.parse(JSON.parse(row.content)) : null
  }
}

function hitOf(row: Row, me: UserId): ArchiveHit {
  const revealed = row.protected === 0 || row.nurse === me || row.doctor === me
  return {
    case: row.case_id,
    code: row.code,
    protected: row.protected === 1,
    label: revealed ? row.label : null,
    birthYear: revealed ? row.birth_year : null,
    how: row.how,
    outcome: row.outcome,
    closedAt: row.closed_at,
    closedBy: row.closer,
  }
}
