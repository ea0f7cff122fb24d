import { sql, type Kysely } from 'kysely'

/** Alerts of acute cases, and what has been told of them to whom. */
export async function alerts(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('alerts')
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('requester', 'text')
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('call_name', 'text')
    .addColumn('call_phone', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', 'text')
    .addColumn('how', 'text')
    .addPrimaryKeyConstraint('alerts_key', ['board', 'case_id', 'since'])
    .execute()
  await schema
    .createIndex('alerts_running')
    .on('alerts')
    .column('next_at')
    .where(sql.ref('ended_at'), 'is', null)
    .execute()

  await schema
    .createTable('alert_events')
    .addColumn('cursor', 'bigint', (column) => column.primaryKey())
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('alert_events_alert', ['board', 'case_id', 'since'], 'alerts', [
      'board',
      'case_id',
      'since',
    ])
    .execute()
  await schema
    .createIndex('alert_events_person')
    .on('alert_events')
    .columns(['person', 'cursor'])
    .execute()
}
