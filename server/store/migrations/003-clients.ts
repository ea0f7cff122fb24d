import type { Kysely } from 'kysely'

/** Whose the Yjs clients are that a document's updates come from. */
export async function clients(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_clients')
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('epoch', 'bigint', (column) => column.notNull())
    .addColumn('client', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_clients_pk', ['board', 'epoch', 'client'])
    .execute()
}
