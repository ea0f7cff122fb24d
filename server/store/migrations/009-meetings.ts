import { sql, type Kysely } from 'kysely'

/** Board meetings and what was agreed at them. */
export async function meetings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('meetings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', 'text')
    .execute()
  await schema
    .createIndex('meetings_board')
    .on('meetings')
    .columns(['board', 'started_at'])
    .execute()
  await schema
    .createIndex('meetings_running')
    .unique()
    .on('meetings')
    .column('board')
    .where(sql.ref('ended_at'), 'is', null)
    .execute()

  await schema
    .createTable('minutes')
    .addColumn('meeting', 'text', (column) => column.notNull().references('meetings.id'))
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('nurse', 'text')
    .addColumn('doctor', 'text')
    .addColumn('visit', 'bigint')
    .addColumn('follow_up', 'bigint')
    .addPrimaryKeyConstraint('minutes_pk', ['meeting', 'case_id', 'written_by'])
    .execute()
}
