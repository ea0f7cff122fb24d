import pg from 'pg'

const DEFAULT = 'postgres://postgres@127.0.0.1:5432/test'

/** The address of a PostgreSQL that already answers, or null. */
export async function runningPostgres(): Promise<string | null> {
  const url = process.env.TEST_DATABASE_URL ?? DEFAULT
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    return url
  } catch {
    return null
  } finally {
    await client.end()
  }
}
