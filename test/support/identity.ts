import { userId } from '../../shared/ids.ts'
import { Accounts, type NewAccount } from '../../server/identity/accounts.ts'
import { Boards } from '../../server/identity/boards.ts'
import { Sessions } from '../../server/identity/sessions.ts'
import { SqlGate } from '../../server/identity/sql-gate.ts'
import type { Database } from '../../server/store/schema.ts'

export const HOUR_MS = 3_600_000

export const karin: NewAccount = {
  id: userId.parse('karin'),
  name: 'Karin Lindqvist',
  role: 'nurse',
  password: 'hemligt',
  demo: false,
}

/** Everything of identity over one database, on a clock that the test turns. */
export function identityOver(db: Database, { demoSignIn = true } = {}) {
  const clock = { now: Date.UTC(2026, 0, 5, 7, 0) }
  const accounts = new Accounts(db, demoSignIn)
  const sessions = new Sessions(db, accounts, () => clock.now)
  const boards = new Boards(db)
  return { clock, accounts, sessions, boards, gate: new SqlGate(sessions, boards) }
}
