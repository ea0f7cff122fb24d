import type { Kysely } from 'kysely'

/** Since when a session waits for its person's password. */
export async function locked(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('locked_at', 'bigint').execute()
}
