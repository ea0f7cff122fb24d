import type { UserId } from '../../shared/ids.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING, type AuditAction } from '../audit/entry.ts'
import type { Accounts } from './accounts.ts'
import { personDoer } from './doer.ts'
import type { Token } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export type Credentials = {
  readonly username: string
  readonly password: string
  /** Where the attempt comes from. */
  readonly address: string
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly token: Token }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'too-many-attempts'; readonly waitSeconds: number }

/** Starts a session for who knows an account's password. The log hears of it first. */
export class SignIn {
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

  async attempt({ username, password, address }: Credentials): Promise<SignInResult> {
    const waitSeconds = await this.#throttle.take({ username, address })
    if (waitSeconds !== null) return { kind: 'too-many-attempts', waitSeconds }
    const account = await this.#accounts.verify(username, password)
    await this.#record(account === null ? 'sign-in-failed' : 'signed-in', username, address)
    if (account === null) return { kind: 'wrong-password' }
    await this.#throttle.forgive({ username, address })
    return { kind: 'signed-in', token: await this.#sessions.start({ account }) }
  }

  /** A name that nobody has is not kept: it may be a password in the wrong field. */
  async #record(action: AuditAction, username: string, address: string): Promise<void> {
    const time = Date.now()
    const person = await this.#accounts.person(username.toLowerCase() as UserId)
    const doer = person
      ? personDoer(person, time)
      : ({ time, user: null, name: '', role: null, client: 'web' } as const)
    await this.#audit.record('', {
      ...doer,
      ...ABOUT_NOTHING,
      action,
      object: 'address',
      to: address,
    })
  }
}
