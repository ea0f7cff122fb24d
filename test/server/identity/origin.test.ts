import { expect, test } from 'vitest'
import { isOwnOrigin } from '../../../server/identity/origin.ts'

const host = '127.0.0.1:3000'
const behind = new URL('https://tavla.example/samtavlan')

test.each([
  ['no origin at all', { host }, null, true],
  ['the server itself', { host, origin: 'http://127.0.0.1:3000' }, null, true],
  ['another host', { host, origin: 'http://elsewhere.example' }, null, false],
  ['another port', { host, origin: 'http://127.0.0.1:3001' }, null, false],
  ['an opaque origin', { host, origin: 'null' }, null, false],
  ['nonsense', { host, origin: '::' }, null, false],
  ['no host', { origin: 'http://127.0.0.1:3000' }, null, false],
  ['the public address', { host, origin: 'https://tavla.example' }, behind, true],
  ['the public name, unencrypted', { host, origin: 'http://tavla.example' }, behind, false],
])('[S5] a request of %s', (_name, headers, publicUrl, own) => {
  expect(isOwnOrigin(headers, publicUrl)).toBe(own)
})
