import { sql, type Kysely } from 'kysely'

/** What is asked 72 hours and 30 days after a case was closed as avoided care. */
export async function rechecks(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('rechecks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'bigint', (column) => column.notNull())
    .addColumn('days', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('judged_by', 'text')
    .addColumn('patient', 'text')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('protected', 'integer', (column) => column.notNull())
    .addColumn('nurse', 'text')
    .addColumn('doctor', 'text')
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'bigint')
    .addUniqueConstraint('rechecks_once', ['board', 'case_id', 'closed_at', 'days'])
    .execute()
  await schema
    .createIndex('rechecks_open')
    .on('rechecks')
    .columns(['board', 'due_at'])
    .where(sql.ref('answer'), 'is', null)
    .execute()
}
