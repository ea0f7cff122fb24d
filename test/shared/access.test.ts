import { expect, test } from 'vitest'
import { accessOf, may, WRITERS, type Part } from '../../shared/access.ts'
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
  ['seen', ['doctor']],
  ['documentedRegion', ['doctor']],
  ['documentedMunicipality', ['nurse']],
  ['settings', ['manager']],
] as [Part, string[]][])('[P2] %s is written only by %j', (part, allowed) => {
  expect(ROLES.filter((role) => may(role, part))).toEqual(allowed)
})

test('[P1] an observer writes no part', () => {
  expect(Object.values(WRITERS).flat()).not.toContain('observer')
})
