import { expect, test } from 'vitest'
import { initialsOf, person } from '../../shared/person.ts'
import fc from '../support/fast-check.ts'

test.each([
  ['Karin Lindqvist', 'KL'],
  ['Sven-Olof Berg', 'SB'],
  ['Anna Maria Öberg', 'AÖ'],
  ['  åsa  ek ', 'ÅE'],
  ['Madonna', 'M'],
  ['', '?'],
  ['𝒦arin ßtraße', '𝒦S'],
])('[P3] %j has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('[P3] every name has initials that fit', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40, size: 'max' })
  fc.assert(
    fc.property(name, (name) => {
      const initials = initialsOf(name)
      expect(person.shape.initials.safeParse(initials).success).toBe(true)
      expect(initials.isWellFormed()).toBe(true)
    }),
  )
})
