import { expect, test } from 'vitest'
import type { Shift } from '../../../shared/duty.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { whomToCall } from '../../../client/surfaces/day/whom-to-call.ts'
import { choosable } from '../../../client/ui/on-duty.ts'
import { jonas, karin, NOW, people, sara, today } from '../day/cases.ts'

const shift = (
  { id, role }: typeof sara,
  phone: string | null,
  from = '08:00',
  to = '12:00',
): Shift => ({ ...{ person: id, role, phone }, ...{ from: today(from), to: today(to) } })

test('[V6] a choice has those on duty first, marked in words, and then the others by name', () => {
  const isDoctor = ({ role }: typeof sara) => role === 'doctor'
  const texts = (...shifts: Shift[]) =>
    choosable({ people, shifts }, NOW, isDoctor).map(({ text }) => text)
  expect(texts()).toEqual(['Jonas Ekberg', 'Sara Lindgren'])
  expect(texts(shift(sara, null))).toEqual(['Sara Lindgren · i tjänst', 'Jonas Ekberg'])
  expect(texts(shift(sara, null, '12:00', '17:00'))).toEqual(['Jonas Ekberg', 'Sara Lindgren'])
})

const settings = { ...NO_SETTINGS, phone: '070-174 06 00' }
const call = (shifts: Shift[], me = jonas, phone = settings.phone) =>
  whomToCall({ people, shifts, me, settings: { ...settings, phone } }, karin, NOW)

test('[V6] without contact one rings the other doctor on duty, at their number', () => {
  const both = [shift(sara, '20'), shift(jonas, '21'), shift(karin, '22')]
  expect(call(both)).toEqual({ words: 'Ring Sara', phone: '20' })
  expect(call(both, sara)).toEqual({ words: 'Ring Jonas', phone: '21' })
})

test.each([
  ['no other doctor is on duty', [shift(jonas, '21'), shift(karin, '22')], '22'],
  ['no number of theirs is known', [shift(sara, null)], '070-174 06 00'],
  ['they have gone', [shift(sara, '20', '08:00', '10:00')], '070-174 06 00'],
])('[V6] where %s one rings the case’s nurse, at hers or the team’s', (_, shifts, phone) => {
  expect(call(shifts)).toEqual({ words: 'Ring Karin', phone })
})

test('[V6] where no number is known nothing is offered', () => {
  expect(call([], jonas, '')).toBeNull()
})
