import Sqlite from 'better-sqlite3'
import pg from 'pg'

/** PostgreSQL's code for a value that only one row may have. */
const UNIQUE_VIOLATION = '23505'

/** Whether a write failed because another row has a value already that only one may have. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError
    ? error.code === 'SQLITE_CONSTRAINT_UNIQUE'
    : error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION
