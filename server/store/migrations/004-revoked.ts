import type { Kysely } from 'kysely'

/** When somebody ended a session, so that its browser can be told that time did not. */
export async function revoked(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('revoked_at', 'bigint').execute()
}
