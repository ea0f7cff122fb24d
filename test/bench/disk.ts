import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

const COMMITS = 100

/** What a small durable commit takes on this disk just now, in ms each: the floor for ours. */
export async function commitTimes(): Promise<number[]> {
  const folder = mkdtempSync(`${tmpdir()}/samtavlan-bench-`)
  const db = new Sqlite(`${folder}/disk.db`)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table one (data blob)')
  const insert = db.prepare('insert into one values (?)')
  const times: number[] = []
  for (let i = 0; i < COMMITS; i++) {
    await wait(20)
    const start = performance.now()
    insert.run(Buffer.alloc(200))
    times.push(performance.now() - start)
  }
  db.close()
  rmSync(folder, { recursive: true })
  return times
}
