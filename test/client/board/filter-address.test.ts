import { expect, test } from 'vitest'
import {
  choicesIn,
  NO_CHOICES,
  withChoices,
} from '../../../client/surfaces/board/filter-address.ts'
import { userId } from '../../../shared/ids.ts'

const all = {
  mine: true,
  unseen: true,
  doctor: userId.parse('sara'),
  area: 'Åsa & Frillesås',
  priority: 'acute',
  mission: 'hospital-at-home',
  due: 'overdue',
} as const

test('[U25] what is chosen comes back from the address', () => {
  const address = withChoices('/board/kungsbacka', all)
  expect(choicesIn(address)).toEqual(all)
  expect(withChoices(address, NO_CHOICES)).toBe('/board/kungsbacka')
})

test('[U25] the open case stays in the address', () => {
  expect(withChoices('/board/kungsbacka?case=1', { ...NO_CHOICES, mine: true })).toBe(
    '/board/kungsbacka?case=1&mine=1',
  )
})

test.each([
  'mine=yes',
  'doctor=',
  'doctor=<b>',
  'area=',
  'priority=high',
  'mission=x',
  'due=1',
  'q=Anna',
])('[U25] %s chooses nothing', (query) => {
  expect(choicesIn(`/board/kungsbacka?${query}`)).toEqual(NO_CHOICES)
})
