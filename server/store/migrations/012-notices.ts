import type { Kysely } from 'kysely'

/** What people are told of, what of it they want to hear, and which devices are woken for it. */
export async function notices(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('inboxes')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .addColumn('muted', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('notices')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('caused_by', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .addPrimaryKeyConstraint('notices_pk', ['person', 'number'])
    .addUniqueConstraint('notices_once', ['person', 'board', 'case_id', 'kind', 'event'])
    .execute()
  await schema.createIndex('notices_read').on('notices').column('read_at').execute()

  await schema
    .createTable('push_subscriptions')
    .addColumn('session', 'text', (column) => column.primaryKey())
    .addColumn('endpoint', 'text', (column) => column.notNull())
    .addColumn('p256dh', 'text', (column) => column.notNull())
    .addColumn('auth', 'text', (column) => column.notNull())
    .execute()
}
