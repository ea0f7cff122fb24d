import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Timestamp } from '../../shared/clock.ts'
import type { Sealed } from './seal.ts'

/** What rests on a device. In the clear are random ids, times and sizes; all else is sealed. */
type Tables = DBSchema & {
  /** A person's leave to keep one board until a time, and the key to all that is kept of it. */
  leaves: {
    key: string
    value: { id: string; key: CryptoKey; until: Timestamp; head: Sealed }
  }
  /** The board as it was last seen, at most one for each leave, and a second row for what is not shown at first. */
  copies: { key: string; value: { leave: string; sealed: Sealed } }
  /** Changes that the server may not have yet, in the order in which they were made. */
  changes: {
    key: number
    value: { number?: number; leave: string; owner: string; sealed: Sealed }
    indexes: { leave: string }
  }
}
export type Database = IDBPDatabase<Tables>
export type LeaveRow = Tables['leaves']['value']
export type CopyRow = Tables['copies']['value']

const NAME = 'samtavlan'

/** Null where the browser keeps nothing, or nothing secretly. */
export async function openDatabase(): Promise<Database | null> {
  if (!isSecureContext) return null
  try {
    return await openDB<Tables>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('leaves', { keyPath: 'id' })
        database.createObjectStore('copies', { keyPath: 'leave' })
        const changes = { keyPath: 'number', autoIncrement: true }
        database.createObjectStore('changes', changes).createIndex('leave', 'leave')
      },
    })
  } catch {
    return null
  }
}
