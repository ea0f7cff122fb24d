import Sqlite from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 5_000
const PAUSE_MS = 100

/**
 * Does a write again, for a while, when another program holds the SQLite database, as some backups
 * do. A try stops the whole server until it fails; in the pauses between, everybody else goes on.
 * What rooms and the log have to write needs none of this: the committer tries again by itself.
 */
export async function whenFree<T>(
  write: () => Promise<T>,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error
      await pause(PAUSE_MS)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
