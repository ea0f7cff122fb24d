import type { DatabasePlace } from '../../server/store/database.ts'

/** A kind of database that a contract is run against. */
export type Subject = {
  readonly name: string
  /** Where a new, empty database is to be. */
  readonly fresh: () => Promise<DatabasePlace>
  /** Whether several servers may write to one database. */
  readonly shared: boolean
  /** How an administrator lifts the guard on the audit log. */
  readonly unguard: readonly string[]
}
