import { expect, test } from 'vitest'
import { companionsOf } from '../../../client/surfaces/day/companions.ts'
import { searchCases } from '../../../client/surfaces/day/search-cases.ts'
import { takenText } from '../../../client/surfaces/day/taken-text.ts'
import { untilText } from '../../../client/surfaces/day/until-text.ts'
import { caseWith, jonas, karin, labels, maria, NOW, people, sara, today } from './cases.ts'

test('[U15] a joint visit names the others, each once', () => {
  const joint = caseWith({ joint: true, nurse: karin, doctor: sara, crew: [sara, karin, maria] })
  expect(companionsOf(joint, sara, people)).toBe('Karin Lindqvist, Maria Nordin')
  expect(companionsOf(caseWith({ nurse: karin, doctor: sara }), sara, people)).toBe('')
})

test('[U15] it says how long until a visit, or since when it should have begun', () => {
  expect(untilText(today('10:30'), NOW)).toBe('om 11 min')
  expect(untilText(today('10:07'), NOW)).toBe('för 12 min sedan')
  expect(untilText(NOW, NOW)).toBe('nu')
})

test('[U15] it says which doctor has taken a case, and how far they have come', () => {
  expect(takenText(caseWith({}), people)).toBeNull()
  expect(takenText(caseWith({ doctor: jonas }), people)).toBe('Jonas Ekberg tar')
  expect(takenText(caseWith({ doctor: jonas, start: today('10:45') }), people)).toBe(
    'Jonas Ekberg tar 10:45',
  )
  expect(takenText(caseWith({ doctor: jonas, status: 'underway' }), people)).toBe(
    'Jonas Ekberg · På väg',
  )
})

test('[P4] a protected identity is found by its code and not by its name', () => {
  const hidden = caseWith({ label: 'Lars L.', protected: true, doctor: sara })
  expect(searchCases([hidden], 'lars')).toEqual([])
  expect(searchCases([hidden], 'h-07')).toEqual([hidden])
})

test('[U15] search finds by a part of the name, open cases first, and nothing by nothing', () => {
  const cases = [
    caseWith({ label: 'Karin A.', closed: 'closed' }),
    caseWith({ label: 'Carina B.' }),
    caseWith({ label: 'Nils E.' }),
  ]
  expect(labels(searchCases(cases, ' ARIN'))).toEqual(['Carina B.', 'Karin A.'])
  expect(searchCases(cases, ' ')).toEqual([])
})
