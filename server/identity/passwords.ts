import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** Argon2id with the library's parameters, which follow OWASP's; the hash names them. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** A hash that no password fits: checking it costs what a real check costs. */
export const decoyHash = (): Promise<string> => hash(randomBytes(32))

/** @param stored what `hashPassword` gave */
export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password)
