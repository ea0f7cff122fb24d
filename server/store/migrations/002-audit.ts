import { sql, type Kysely } from 'kysely'
import type { DatabaseKind } from '../schema.ts'

/** The audit log and the ends of its chains. */
export async function audit(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const { schema } = db

  await schema
    .createTable('audit')
    .addColumn('chain', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('user_id', 'text')
    .addColumn('user_name', 'text', (column) => column.notNull())
    .addColumn('user_role', 'text')
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .addColumn('patient', 'text')
    .addColumn('object', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_pk', ['chain', 'number'])
    .execute()
  await schema
    .createIndex('audit_case')
    .on('audit')
    .columns(['chain', 'case_id', 'number'])
    .where(sql.ref('case_id'), 'is not', null)
    .execute()

  await schema
    .createTable('audit_heads')
    .addColumn('chain', 'text', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()

  for (const statement of kind === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS)
    await sql.raw(statement).execute(db)
}

/** What is written stays: the database itself refuses, whoever asks. */
const SQLITE_GUARDS = ['update', 'delete'].map(
  (event) => `
    create trigger audit_no_${event} before ${event} on audit
    begin select raise(abort, 'the audit log is append-only'); end`,
)

const POSTGRES_GUARDS = [
  `create function audit_is_append_only() returns trigger language plpgsql as
   $$ begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger audit_append_only before update or delete or truncate on audit
   for each statement execute function audit_is_append_only()`,
]
