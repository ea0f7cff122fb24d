import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { onTestFinished } from 'vitest'

/** Address of a new, empty database that is gone when the test is over. */
export async function temporaryPostgres(server: string): Promise<string> {
  const name = `samtavlan_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name}`)
  onTestFinished(() => run(server, `drop database ${name} with (force)`))
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
