import type { CookieOptions, Response } from 'express'
import type { Principal } from '../identity/principal.ts'
import { SESSION_COOKIE, type Token } from '../identity/session-cookie.ts'
import { SESSION_LIFE } from '../identity/session-life.ts'

/** Lax, so that a link from elsewhere opens the board; it is never sent with another site's writes. */
const OPTIONS: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/' }

/** Hands sessions to browsers; over https they come back over https only. */
export class SessionCookie {
  readonly #options: CookieOptions

  constructor(publicUrl: URL | null) {
    this.#options = { ...OPTIONS, secure: publicUrl?.protocol === 'https:' }
  }

  give(response: Response, kind: Principal['kind'], token: Token): void {
    const maxAge = SESSION_LIFE[kind].wholeMs
    response.cookie(SESSION_COOKIE, token, { ...this.#options, maxAge })
  }

  take(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.#options)
  }
}
