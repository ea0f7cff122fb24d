import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { audienceOf, whomToCallOf } from '../../../server/alerts/audience.ts'
import { boardOf, dutyOf, peopleOf } from '../../../shared/board-document.ts'
import type { Shift } from '../../../shared/duty.ts'
import { userId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/person.ts'
import { jonas, karin, sara } from '../../shared/support/board.ts'

const NOW = 1_000
const maria = userId.parse('maria')
const TEAM: readonly (readonly [typeof sara, Role])[] = [
  [karin, 'nurse'],
  [sara, 'doctor'],
  [jonas, 'doctor'],
  [maria, 'manager'],
]

const shift = (person: typeof sara, more: Partial<Shift> = {}): Shift => ({
  ...{ person, role: 'doctor', from: 0, to: 2_000, phone: null },
  ...more,
})

function board(...shifts: Shift[]): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, role] of TEAM) peopleOf(doc).set(id, { id, name: id, initials: 'XX', role })
  dutyOf(doc).set('shifts', shifts)
  boardOf(doc).set('phone', '070-1')
  return doc
}

describe('who is told of an alert', () => {
  test('[Q1] first the doctors on duty, and with none on duty all doctors of the board', () => {
    const nurse = shift(karin, { role: 'nurse' })
    expect(audienceOf(board(shift(sara), nurse), 'raised', karin, NOW)).toEqual([sara])
    expect(audienceOf(board(nurse), 'raised', karin, NOW)).toEqual([sara, jonas])
    expect(audienceOf(board(shift(sara, { to: NOW })), 'raised', karin, NOW)).toEqual([sara, jonas])
  })

  test('[Q2] once more: all of them and the managers; then who asked', () => {
    const doc = board(shift(sara))
    expect(audienceOf(doc, 'again', karin, NOW)).toEqual([sara, maria])
    expect(audienceOf(doc, 'full', karin, NOW)).toEqual([karin])
    expect(audienceOf(doc, 'resting', null, NOW)).toEqual([])
  })

  test('[Q2] to call is the doctor on duty whose number is known, else the board', () => {
    expect(whomToCallOf(board(shift(sara)), 'full', NOW)).toEqual({ name: null, phone: '070-1' })
    const doc = board(shift(sara), shift(jonas, { phone: '070-2' }))
    expect(whomToCallOf(doc, 'full', NOW)).toEqual({ name: 'jonas', phone: '070-2' })
    expect(whomToCallOf(doc, 'again', NOW)).toBeNull()
  })

  test('[Q5] outside the team’s hours it is who the board names for that', () => {
    const doc = board(shift(sara, { phone: '070-2' }))
    expect(whomToCallOf(doc, 'resting', NOW)).toEqual({ name: null, phone: '070-1' })
    boardOf(doc).set('outOfHours', [{ name: 'Jourbilen', phone: '070-3' }])
    expect(whomToCallOf(doc, 'resting', NOW)).toEqual({ name: 'Jourbilen', phone: '070-3' })
  })
})
