import Sqlite from 'better-sqlite3'
import { SqliteDialect } from 'kysely'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import { claimFolder } from './folder-lock.ts'

/** Older versions can corrupt a database when its WAL is reset by two connections at once. */
const OLDEST_SAFE = '3.51.3'
/** How long a start waits for another program that holds the database: nobody is served yet. */
const START_TIMEOUT_MS = 5_000
/** Afterwards a wait stops all that the server does, so it is short; whoever writes tries again. */
export const BUSY_TIMEOUT_MS = 250
/** Above those of a commit: five inserts of every length (`ROWS_MAX`). */
const STATEMENTS_MAX = 400
/** A checkpoint holds one commit in hundreds up, and its log needs 16 MB; a restart reads that in a moment. */
const CHECKPOINT_PAGES = 4_000
const FILE = 'samtavlan.db'

/** SQLite in `<dataDir>/samtavlan.db`, set up so that a returned commit is on disk. */
export function sqliteDialect(dataDir: string): SqliteDialect {
  const release = claimed(dataDir)
  try {
    const sqlite = open(join(dataDir, FILE))
    const close = () => {
      sqlite.close()
      release()
    }
    return new SqliteDialect({ database: { prepare: preparer(sqlite), close } })
  } catch (error) {
    release()
    throw error
  }
}

/** The same database, to read from: a server may have the folder meanwhile. */
export const sqliteReader = (dataDir: string): SqliteDialect =>
  new SqliteDialect({ database: new Sqlite(join(dataDir, FILE), { readonly: true }) })

/** Prepares each statement once: a commit is four of them, always the same. */
function preparer(sqlite: Sqlite.Database): (text: string) => Sqlite.Statement {
  const prepared = new Map<string, Sqlite.Statement>()
  return (text) => {
    const statement = prepared.get(text) ?? sqlite.prepare(text)
    if (prepared.size >= STATEMENTS_MAX) prepared.clear() // inserts of many rows vary in length
    prepared.set(text, statement)
    return statement
  }
}

function claimed(dataDir: string): () => void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return claimFolder(dataDir)
  } catch (error) {
    if (error instanceof StartupError) throw error
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new StartupError(
      `DATA_DIR=${dataDir} is not a folder that the server can write to (${reason}).`,
      { cause: error },
    )
  }
}

/** Node's own recursive mkdir never returns where nothing can be made, as below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

function open(path: string): Sqlite.Database {
  const sqlite = new Sqlite(path, { timeout: START_TIMEOUT_MS })
  try {
    assertSafe(sqlite.prepare('select sqlite_version()').pluck().get() as string)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    sqlite.pragma('foreign_keys = ON')
    return sqlite
  } catch (error) {
    sqlite.close()
    if (error instanceof StartupError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(`The database ${path} cannot be opened: ${reason}.`, { cause: error })
  }
}

/** @param version of SQLite itself, as `3.54.1` */
export function assertSafe(version: string): void {
  const [found, needed] = [version, OLDEST_SAFE].map((dotted) => dotted.split('.').map(Number))
  const at = needed?.findIndex((part, i) => part !== found?.[i]) ?? -1
  if (at !== -1 && (found?.[at] ?? 0) < (needed?.[at] ?? 0))
    throw new StartupError(`SQLite is ${version}, but must be ${OLDEST_SAFE} or newer: run npm ci.`)
}
