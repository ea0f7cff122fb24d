import type { Kysely } from 'kysely'

/** The roster: who is on duty on which day, from when until when. */
export async function duty(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('duty')
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('from_clock', 'text', (column) => column.notNull())
    .addColumn('to_clock', 'text', (column) => column.notNull())
    .addColumn('phone', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('duty_pk', ['board', 'day', 'account'])
    .execute()
}
