import { sql, type Kysely } from 'kysely'
import type { DatabaseKind } from '../schema.ts'

/** Boards and their documents, accounts, memberships and sessions. */
export async function ground(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === 'sqlite' ? sql`blob` : sql`bytea`
  const { schema } = db

  await schema
    .createTable('boards')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .execute()

  await schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('initials', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('demo', 'integer', (column) => column.notNull())
    .execute()

  await schema
    .createTable('memberships')
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_pk', ['board', 'account'])
    .execute()
  await schema.createIndex('memberships_account').on('memberships').column('account').execute()

  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.references('accounts.id'))
    .addColumn('display', 'text', (column) => column.references('boards.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .addCheckConstraint('sessions_one_owner', sql`(account is null) <> (display is null)`)
    .execute()

  await schema
    .createTable('documents')
    .addColumn('board', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_pk', ['board', 'epoch'])
    .execute()

  await schema
    .createTable('updates')
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addColumn('committed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('updates_pk', ['board', 'epoch', 'seq'])
    .addForeignKeyConstraint('updates_document', ['board', 'epoch'], 'documents', [
      'board',
      'epoch',
    ])
    .execute()

  await schema
    .createTable('snapshots')
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshots_pk', ['board', 'epoch'])
    .addForeignKeyConstraint('snapshots_document', ['board', 'epoch'], 'documents', [
      'board',
      'epoch',
    ])
    .execute()
}
