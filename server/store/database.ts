import { Kysely, sql } from 'kysely'
import { StartupError } from '../startup-error.ts'
import { migrate } from './migrate.ts'
import { postgresDialect } from './postgres.ts'
import type { Database } from './schema.ts'
import { BUSY_TIMEOUT_MS, sqliteDialect, sqliteReader } from './sqlite.ts'

/** Where the data rests: PostgreSQL when there is an address, else SQLite in the data folder. */
export type DatabasePlace = { readonly dataDir: string; readonly databaseUrl: string | null }

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const kind = place.databaseUrl === null ? 'sqlite' : 'postgres'
  const dialect =
    place.databaseUrl === null ? sqliteDialect(place.dataDir) : postgresDialect(place.databaseUrl)
  const db: Database = new Kysely({ dialect })
  try {
    await migrate(db, kind)
    if (kind === 'sqlite') await sql.raw(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`).execute(db)
    return db
  } catch (error) {
    await db.destroy()
    throw new StartupError(`${whatFailed(place)} ${reasonOf(error)}`, { cause: error })
  }
}

/** Opens the database to read from, also while a server works on it. */
export async function openForReading(place: DatabasePlace): Promise<Database> {
  const { dataDir, databaseUrl } = place
  let db: Database | null = null
  try {
    db = new Kysely({
      dialect:
        databaseUrl === null ? sqliteReader(dataDir) : postgresDialect(databaseUrl, READ_ONLY),
    })
    await sql`select 1 from audit_heads`.execute(db)
    return db
  } catch (error) {
    await db?.destroy()
    throw new StartupError(`${whatFailed(place)} ${reasonOf(error)}`, { cause: error })
  }
}

const READ_ONLY = '-c default_transaction_read_only=on'

const whatFailed = ({ dataDir, databaseUrl }: DatabasePlace): string =>
  databaseUrl === null
    ? `The database in DATA_DIR=${dataDir} cannot be used:`
    : `The database at DATABASE_URL=${withoutPassword(databaseUrl)} cannot be used:`

function withoutPassword(address: string): string {
  const { protocol, username, host, pathname } = new URL(address)
  return `${protocol}//${username && `${username}@`}${host}${pathname}`
}

/** The first line of what the driver says; several addresses tried at once give an aggregate. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? 'unknown reason'
}
