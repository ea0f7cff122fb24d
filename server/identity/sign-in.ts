import type { Accounts } from './accounts.ts'
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

/** Starts a session for who knows an account's password. */
export class SignIn {
  readonly #accounts: Accounts
  readonly #sessions: Sessions
  readonly #throttle: SignInThrottle

  constructor(accounts: Accounts, sessions: Sessions, throttle: SignInThrottle) {
    this.#accounts = accounts
    this.#sessions = sessions
    this.#throttle = throttle
  }

  async attempt({ username, password, address }: Credentials): Promise<SignInResult> {
    const waitSeconds = await this.#throttle.take({ username, address })
    if (waitSeconds !== null) return { kind: 'too-many-attempts', waitSeconds }
    const account = await this.#accounts.verify(username, password)
    if (account === null) return { kind: 'wrong-password' }
    await this.#throttle.forgive({ username, address })
    return { kind: 'signed-in', token: await this.#sessions.start({ account }) }
  }
}
