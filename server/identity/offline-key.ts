import { hkdfSync } from 'node:crypto'
import type { Token } from './session-cookie.ts'

const PURPOSE = 'samtavlan: a board kept on a device'

/**
 * The key that a session's device keeps its boards under, as base64url of 32 bytes. It is kept
 * nowhere: only who holds the session's secret can have it made, and only while the session lasts.
 */
export const offlineKeyOf = (token: Token): string =>
  Buffer.from(hkdfSync('sha256', token, '', PURPOSE, 32)).toString('base64url')
