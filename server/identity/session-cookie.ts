import { createHash, randomBytes } from 'node:crypto'
import type { SessionId } from './principal.ts'

/** The secret that a browser holds; the server keeps only its hash. */
export type Token = string & { readonly __token: unique symbol }

export const SESSION_COOKIE = 'samtavlan_session'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

export const newToken = (): Token => randomBytes(32).toString('base64url') as Token

/** A fast hash will do: the token is 256 random bits, nothing that could be guessed. */
export const sessionIdOf = (token: Token): SessionId =>
  createHash('sha256').update(token).digest('base64url') as SessionId

export function readToken(cookieHeader: string | undefined): Token | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=')
    if (name === SESSION_COOKIE && value !== undefined && TOKEN.test(value)) return value as Token
  }
  return null
}
