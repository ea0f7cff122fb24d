import type { Kysely } from 'kysely'

/**
 * Closed cases that have left their board: what they are found by in one table, so narrow that
 * thousands are looked through in a moment, and what they hold in another.
 */
export async function archive(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('archive')
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('birth_year', 'integer')
    .addColumn('patient', 'text')
    .addColumn('protected', 'integer', (column) => column.notNull())
    .addColumn('nurse', 'text')
    .addColumn('doctor', 'text')
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('closed_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_by', 'text')
    .addColumn('closer', 'text')
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('pair_words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('archive_pk', ['board', 'case_id'])
    .execute()
  await schema
    .createIndex('archive_by_end')
    .on('archive')
    .columns(['board', 'closed_at', 'case_id'])
    .execute()

  await schema
    .createTable('archived_cases')
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('archived_cases_pk', ['board', 'case_id'])
    .addForeignKeyConstraint('archived_cases_found', ['board', 'case_id'], 'archive', [
      'board',
      'case_id',
    ])
    .execute()
}
