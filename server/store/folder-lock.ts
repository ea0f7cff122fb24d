import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'

/**
 * Claims a data folder for this process: boards live in memory, so a second server on the same
 * files would show people different boards. The system lets go of the claim when the process
 * dies, however it dies; a lock in the database itself would keep readers and backups out.
 * @returns how to release it
 */
export function claimFolder(dataDir: string): () => void {
  const lock = new Sqlite(join(dataDir, 'samtavlan.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (!(error instanceof Sqlite.SqliteError) || error.code !== 'SQLITE_BUSY') throw error
    throw new StartupError(`DATA_DIR=${dataDir} is in use by another Samtavlan server.`, {
      cause: error,
    })
  }
}
