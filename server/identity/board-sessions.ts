import type { BoardSession } from '../../shared/api.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import type { Database } from '../store/schema.ts'
import { displayName } from './display-name.ts'
import { doerOf } from './doer.ts'
import type { Principal, SessionId } from './principal.ts'
import { endedRows } from './session-life.ts'
import type { Sessions } from './sessions.ts'

/** The sessions through which a board can be reached: its members' and its displays'. */
export class BoardSessions {
  readonly #db: Database
  readonly #sessions: Sessions
  readonly #audit: AuditLog

  constructor(db: Database, sessions: Sessions, audit: AuditLog) {
    this.#db = db
    this.#sessions = sessions
    this.#audit = audit
  }

  /** The latest used first. */
  async list(board: BoardId, mine: SessionId): Promise<BoardSession[]> {
    const rows = await this.#db
      .selectFrom('sessions')
      .leftJoin('accounts', 'accounts.id', 'sessions.account')
      .leftJoin('memberships', (join) =>
        join
          .onRef('memberships.account', '=', 'sessions.account')
          .on('memberships.board', '=', board),
      )
      .where((where) =>
        where.or([where('display', '=', board), where('memberships.board', 'is not', null)]),
      )
      .where('revoked_at', 'is', null)
      .where((where) => where.not(endedRows(Date.now())))
      .select(['sessions.id', 'accounts.name', 'accounts.role', 'created_at', 'used_at'])
      .orderBy('used_at', 'desc')
      .execute()
    return rows.map(({ id, name, role, created_at, used_at }) => ({
      id,
      person: name === null || role === null ? null : { name, role },
      startedAt: created_at,
      usedAt: used_at,
      mine: id === mine,
    }))
  }

  /** Ends one of them; false when the board has no such session. */
  async revoke(board: BoardId, id: string, by: Principal): Promise<boolean> {
    const found = (await this.list(board, by.session)).find((one) => one.id === id)
    if (found === undefined) return false
    const session = id as SessionId
    await this.#sessions.end(session)
    await this.#audit.record(board, {
      ...doerOf(by, Date.now()),
      ...ABOUT_NOTHING,
      action: 'session-revoked',
      object: found.person?.name ?? displayName(session),
    })
    return true
  }
}
