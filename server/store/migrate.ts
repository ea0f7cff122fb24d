import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Database, DatabaseKind } from './schema.ts'
import { ground } from './migrations/001-ground.ts'
import { audit } from './migrations/002-audit.ts'
import { clients } from './migrations/003-clients.ts'
import { revoked } from './migrations/004-revoked.ts'
import { locked } from './migrations/005-locked.ts'
import { patients } from './migrations/006-patients.ts'
import { archive } from './migrations/007-archive.ts'
import { rechecks } from './migrations/008-rechecks.ts'
import { meetings } from './migrations/009-meetings.ts'
import { duty } from './migrations/010-duty.ts'
import { alerts } from './migrations/011-alerts.ts'
import { notices } from './migrations/012-notices.ts'

/** Every table change ever made, oldest first; a change that was released is never edited. */
const MIGRATIONS = {
  '001-ground': ground,
  '002-audit': audit,
  '003-clients': clients,
  '004-revoked': revoked,
  '005-locked': locked,
  '006-patients': patients,
  '007-archive': archive,
  '008-rechecks': rechecks,
  '009-meetings': meetings,
  '010-duty': duty,
  '011-alerts': alerts,
  '012-notices': notices,
}

/** Brings the tables up to date, all or nothing. */
export async function migrate(db: Database, kind: DatabaseKind): Promise<void> {
  const migrations = Object.entries(MIGRATIONS).map(([name, change]) => [
    name,
    { up: (on: Kysely<unknown>) => change(on, kind) },
  ])
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
