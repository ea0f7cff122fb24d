import { expect, test } from 'vitest'
import { accessOf, may, type Reserved } from '../../shared/access.ts'
import { ROLES } from '../../shared/person.ts'

test('[P1] nurses, doctors and managers write; observers read', () => {
  expect(ROLES.map((role) => [role, accessOf(role)])).toEqual([
    ['nurse', 'write'],
    ['doctor', 'write'],
    ['manager', 'write'],
    ['observer', 'read'],
  ])
})

test.each([
  ['mark-seen', ['doctor']],
  ['take-case', ['doctor']],
  ['document-region', ['doctor']],
  ['document-municipality', ['nurse']],
  ['change-board', ['manager']],
] as [Reserved, string[]][])('[P2] %s is only for %j', (action, allowed) => {
  expect(ROLES.filter((role) => may(role, action))).toEqual(allowed)
})
