import { expect, test } from 'vitest'
import { isPlain } from '../../../../server/sync/admission/plain.ts'
import { nested } from '../support/attempts/attempt.ts'

test('[A4] lists within lists are plain as deep as any value goes', () => {
  expect(isPlain(nested(3))).toBe(true)
  expect(isPlain(nested(4))).toBe(false)
})

const heir: unknown = Object.create({ by: 'karin' })

test.each([
  ['a value', heir],
  ['a part of a value', { done: heir }],
  ['one in a list', { crew: [heir] }],
])('[A4] %s that inherits its parts is not plain', (_, value) => {
  expect(isPlain(value)).toBe(false)
})
