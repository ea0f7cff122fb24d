import { expect, test } from 'vitest'
import { atOf } from '../../../../server/sync/admission/write.ts'

test.each([undefined, null, 7, 'x', {}, { at: '7' }])(
  '[A6] %j has no time and is older than any decision',
  (value) => expect(atOf(value)).toBe(0),
)
