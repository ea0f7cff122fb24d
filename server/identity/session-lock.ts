import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING, type AuditAction } from '../audit/entry.ts'
import type { Accounts } from './accounts.ts'
import { doerOf } from './doer.ts'
import type { SignedInPerson } from './principal.ts'
import type { Sessions } from './sessions.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export type UnlockResult =
  | { readonly kind: 'unlocked' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'too-many-attempts'; readonly waitSeconds: number }

/** Covers a session until its person has said their password again. The log hears of it. */
export class SessionLock {
  readonly #accounts: Accounts
  readonly #sessions: Sessions
  readonly #throttle: SignInThrottle
  readonly #audit: AuditLog

  constructor(accounts: Accounts, sessions: Sessions, throttle: SignInThrottle, audit: AuditLog) {
    this.#accounts = accounts
    this.#sessions = sessions
    this.#throttle = throttle
    this.#audit = audit
  }

  async lock(principal: SignedInPerson): Promise<void> {
    await this.#sessions.setLock(principal.session, true)
    await this.#record(principal, 'session-locked')
  }

  /** Also tells, of a session that is not locked, whether it is its person who asks. */
  async unlock(
    principal: SignedInPerson,
    password: string,
    address: string,
  ): Promise<UnlockResult> {
    const attempt = { username: principal.person.id, address }
    const waitSeconds = await this.#throttle.take(attempt)
    if (waitSeconds !== null) return { kind: 'too-many-attempts', waitSeconds }
    const fits = (await this.#accounts.verify(principal.person.id, password)) !== null
    await this.#record(principal, fits ? 'session-unlocked' : 'sign-in-failed', address)
    if (!fits) return { kind: 'wrong-password' }
    await this.#throttle.forgive(attempt)
    await this.#sessions.setLock(principal.session, false)
    return { kind: 'unlocked' }
  }

  async #record(principal: SignedInPerson, action: AuditAction, address?: string): Promise<void> {
    const from = address === undefined ? {} : { object: 'address', to: address }
    const doer = doerOf(principal, Date.now())
    await this.#audit.record('', { ...doer, ...ABOUT_NOTHING, action, ...from })
  }
}
