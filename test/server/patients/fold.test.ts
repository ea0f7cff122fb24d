import { expect, test } from 'vitest'
import { fold } from '../../../server/patients/fold.ts'
import { areNearEqual } from '../../../server/patients/similar.ts'

test.each([
  ['Åsa  Öberg', 'åsa öberg'],
  ['André', 'andre'],
  ['Wallin', 'vallin'],
  ['Müller', 'myller'],
  ['Sørensen-Ærlig', 'sörensen ärlig'],
  ["O'Neill %_", 'o neill'],
])('[R3] %s is compared as %s', (name, folded) => {
  expect(fold(name)).toBe(folded)
})

const named = (whole: string) => {
  const [givenName = '', familyName = ''] = whole.split(' ')
  return { givenName, familyName }
}

test.each([
  ['Astrid Dahlkvist', 'Astrid Dahlqvist', true],
  ['Astrid Dahlkvist', 'Dahlkvist Astrid', true],
  ['Astrid Dahlkvist', 'Astrd Dahlkvis', true],
  ['Karin Ek', 'Karin Ask', false],
  ['Bo Ek', 'Bo Ed', true],
  ['Astrid Dahlkvist', 'Ingrid Sandhed', false],
])('[R6] %s and %s are nearly one name: %s', (one, other, near) => {
  expect(areNearEqual(named(one), named(other))).toBe(near)
})
