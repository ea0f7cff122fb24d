import type { BoardId, UserId } from '../../shared/ids.ts'
import type { Database } from '../store/schema.ts'
import { whenFree } from '../store/when-free.ts'
import type { Accounts } from './accounts.ts'
import type { Principal, SessionId } from './principal.ts'
import { newToken, sessionIdOf, type Token } from './session-cookie.ts'
import { endedRows, hasEnded, SESSION_LIFE } from './session-life.ts'

/** Whose session it is to be: a person's, or a display's of one board. */
export type Owner = { readonly account: UserId } | { readonly display: BoardId }

type Known = {
  principal: Principal
  createdAt: number
  usedAt: number
  savedAt: number
  isLocked: boolean
}
type Listener = (session: SessionId) => void

/**
 * Sessions in use are known in memory, so that a request costs no query; the truth is in SQL,
 * where `sweep` writes their use back and learns of those that ended elsewhere.
 */
export class Sessions {
  readonly #db: Database
  readonly #accounts: Accounts
  readonly #now: () => number
  readonly #known = new Map<SessionId, Known>()
  /** Ended since the last sweep: a read that was under way must not bring them back. */
  readonly #ended = new Set<SessionId>()
  readonly #listeners = new Set<Listener>()
  readonly #lockListeners = new Set<Listener>()

  constructor(db: Database, accounts: Accounts, now: () => number = Date.now) {
    this.#db = db
    this.#accounts = accounts
    this.#now = now
  }

  async start(owner: Owner): Promise<Token> {
    const token = newToken()
    const now = this.#now()
    const row = { account: null, display: null, ...owner, created_at: now, used_at: now }
    const insert = this.#db.insertInto('sessions').values({ id: sessionIdOf(token), ...row })
    await whenFree(() => insert.execute())
    return token
  }

  async find(token: Token): Promise<Principal | null> {
    const id = sessionIdOf(token)
    const known = this.#known.get(id) ?? (await this.#read(id))
    if (known === null) return null
    if (hasEnded(known.principal.kind, known, this.#now())) {
      await whenFree(() => this.#db.deleteFrom('sessions').where('id', '=', id).execute())
      this.#forget(id)
      return null
    }
    this.touch(id)
    return known.principal
  }

  /** Marks a session as in use; written to disk by the next sweep. */
  touch(id: SessionId): void {
    const known = this.#known.get(id)
    if (known === undefined || known.isLocked) return
    if (!hasEnded(known.principal.kind, known, this.#now())) known.usedAt = this.#now()
  }

  /** Somebody ends it, before its time. */
  async end(id: SessionId): Promise<void> {
    const mark = this.#db.updateTable('sessions').set({ revoked_at: this.#now() })
    await whenFree(() => mark.where('id', '=', id).where('revoked_at', 'is', null).execute())
    this.#forget(id)
  }

  /** Whether somebody has ended it, as long as it could have lasted. */
  async isRevoked(token: Token): Promise<boolean> {
    const rows = this.#db.selectFrom('sessions').where('id', '=', sessionIdOf(token))
    const revoked = rows.where('revoked_at', 'is not', null).select('id')
    return (await revoked.executeTakeFirst()) !== undefined
  }

  /** When a session in use ends however busy it is; null once it has ended. */
  lastsUntil(id: SessionId): number | null {
    const known = this.#known.get(id)
    return known ? known.createdAt + SESSION_LIFE[known.principal.kind].wholeMs : null
  }

  /** Locked, a session is found and does not count as used; what it may still do is the gate's. */
  async setLock(id: SessionId, isLocked: boolean): Promise<void> {
    const locked_at = isLocked ? this.#now() : null
    const mark = this.#db.updateTable('sessions').set({ locked_at }).where('id', '=', id)
    await whenFree(() => mark.execute())
    this.#noteLock(id, isLocked)
  }

  isLocked(id: SessionId): boolean {
    return this.#known.get(id)?.isLocked ?? false
  }

  /** Calls back when a session has been locked, here or by another process. */
  onLock(listener: Listener): () => void {
    this.#lockListeners.add(listener)
    return () => this.#lockListeners.delete(listener)
  }

  onEnd(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Writes back what was used, ends what time has ended, and notices what was done elsewhere. */
  async sweep(): Promise<void> {
    const before = [...this.#known]
    this.#ended.clear()
    for (const [id, known] of before) {
      if (known.usedAt === known.savedAt) continue
      const used_at = known.usedAt
      await this.#db.updateTable('sessions').set({ used_at }).where('id', '=', id).execute()
      known.savedAt = used_at
    }
    await this.#db.deleteFrom('sessions').where(endedRows(this.#now())).execute()
    const left = this.#db.selectFrom('sessions').where('revoked_at', 'is', null)
    const rows = await left.select(['id', 'locked_at']).execute()
    const alive = new Map<string, boolean>(rows.map((row) => [row.id, row.locked_at !== null]))
    for (const [id] of before) {
      const isLocked = alive.get(id)
      if (isLocked === undefined) this.#forget(id)
      else this.#noteLock(id, isLocked)
    }
  }

  async #read(id: SessionId): Promise<Known | null> {
    const row = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    const principal = row && (await this.#principal(id, row))
    if (!row || !principal || this.#ended.has(id)) return null
    const known = {
      principal,
      createdAt: row.created_at,
      usedAt: row.used_at,
      savedAt: row.used_at,
      isLocked: row.locked_at !== null,
    }
    this.#known.set(id, known)
    return known
  }

  async #principal(
    session: SessionId,
    { account, display }: { account: UserId | null; display: BoardId | null },
  ): Promise<Principal | null> {
    if (display !== null) return { kind: 'display', session, board: display }
    const person = account === null ? null : await this.#accounts.person(account)
    return person && { kind: 'person', session, person }
  }

  #noteLock(id: SessionId, isLocked: boolean): void {
    const known = this.#known.get(id)
    if (known === undefined || known.isLocked === isLocked) return
    known.isLocked = isLocked
    if (isLocked) for (const listener of this.#lockListeners) listener(id)
  }

  #forget(id: SessionId): void {
    this.#known.delete(id)
    this.#ended.add(id)
    for (const listener of this.#listeners) listener(id)
  }
}
