import { expect, test } from 'vitest'
import { newToken, readToken, sessionIdOf } from '../../../server/identity/session-cookie.ts'

test('[S1] the token is found among other cookies', () => {
  const token = newToken()
  expect(readToken(`theme=dark; samtavlan_session=${token}; x=1`)).toBe(token)
  expect(readToken(`samtavlan_session=${token}`)).toBe(token)
})

test.each([
  undefined,
  '',
  'samtavlan_session',
  'samtavlan_session=',
  'samtavlan_session=short',
  `samtavlan_session=${'å'.repeat(43)}`,
  `not_samtavlan_session=${'a'.repeat(43)}`,
])('[S1] %j carries no token', (header) => {
  expect(readToken(header)).toBeNull()
})

test('[S1] no two tokens are alike and their hash does not show them', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(sessionIdOf(token)).not.toContain(token)
})
