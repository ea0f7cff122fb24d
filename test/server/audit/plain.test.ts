import { expect, test } from 'vitest'
import { plainText, plainValue } from '../../../server/audit/plain.ts'

test.each([
  ['Åsa', 'Åsa'],
  ['a\0b', 'ab'],
  ['\ud83e', '\ufffd'],
  ['x'.repeat(501), 'x'.repeat(500)],
  [`${'x'.repeat(499)}🧡`, `${'x'.repeat(499)}\ufffd`],
])('[J4] a text is kept as both databases give it back', (text, kept) => {
  expect(plainText(text)).toBe(kept)
})

const deep = () => {
  let value: unknown = 1
  for (let i = 0; i < 100_000; i++) value = [value]
  return value
}

test.each([
  [undefined, null],
  [null, null],
  [{ lane: 'acute' }, '{"lane":"acute"}'],
  ['\ud800\0', '"\\ud800\\u0000"'],
  [Number.NaN, 'null'],
  [{ n: 10n, bytes: new Uint8Array(3) }, '{"n":"10","bytes":"(3 bytes)"}'],
  [deep(), '"(unreadable)"'],
  [Symbol('x'), '"(unreadable)"'],
])('[J1] a value that JSON cannot carry is described and stops nothing', (value, kept) => {
  expect(plainValue(value)).toBe(kept)
})

test('[J1] a value without end is cut, and is still JSON', () => {
  const kept = plainValue('x'.repeat(1_000_000))
  expect(JSON.parse(kept ?? '')).toMatch(/^"x+…$/)
  expect(kept?.length).toBeLessThan(101_000)
})
