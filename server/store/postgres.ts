import { PostgresDialect } from 'kysely'
import pg from 'pg'

/** PostgreSQL at an address; 64-bit integers come as numbers, for ours stay far below 2^53. */
export function postgresDialect(databaseUrl: string, options = ''): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'samtavlan',
    options,
    types: { getTypeParser },
  })
  // A lost connection also fails the query that needs it; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', ignore))
  pool.on('error', ignore)
  return new PostgresDialect({ pool })
}

const ignore = () => undefined

const getTypeParser: typeof pg.types.getTypeParser = (oid, format) =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)
