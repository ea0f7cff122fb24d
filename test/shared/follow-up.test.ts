import { describe, expect, test } from 'vitest'
import type { Case } from '../../shared/case.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { isFollowUpLate, returnsAt } from '../../shared/follow-up.ts'
import { momentOf } from '../../shared/team-time.ts'

/** "10 09:30" in the team's March 2026, whose clocks change on the 29th. */
function at(moment: string): number {
  const [day = '', clock = ''] = moment.split(' ')
  return momentOf(`2026-03-${day}`, clock)
}

describe('when a follow-up comes back', () => {
  test.each([
    ['put there the day before', '09 15:00', '10 10:30', '10 00:00'],
    ['put there a minute before its day', '09 23:59', '10 00:00', '10 00:00'],
    ['put there as its day begins', '10 00:00', '10 10:30', '10 10:30'],
    ['put there that day', '10 08:10', '10 10:30', '10 10:30'],
    ['put there the day before the clocks change', '28 15:00', '29 10:30', '29 00:00'],
  ])('[K2] %s', (_, put, due, back) => {
    expect(returnsAt({ ...plan(at(due)), at: 0 }, at(put))).toBe(at(back))
  })

  test('[K2] planned anew on the day itself, it waits for its new time', () => {
    const planned = { ...plan(at('10 14:00')), at: at('10 09:00') }
    expect(returnsAt(planned, at('08 09:00'))).toBe(at('10 14:00'))
  })

  test('[K2] without a time, or put back after it, it stays', () => {
    expect(returnsAt({ ...plan(null), at: 0 }, at('09 15:00'))).toBeNull()
    expect(returnsAt({ ...plan(at('10 10:30')), at: 0 }, at('10 10:30'))).toBeNull()
    expect(returnsAt({ ...plan(at('10 10:30')), at: 0 }, at('11 08:00'))).toBeNull()
  })
})

describe('an overdue follow-up', () => {
  const NOON = at('10 12:00')
  const HOUR = 3_600_000
  const due = { lane: 'followup', followUp: { ...plan(NOON - HOUR), at: NOON - 5 * HOUR } } as const
  const visited = (step: 'underway' | 'arrived' | 'finished', time: number) => ({
    visitStatus: { ...EMPTY_FIELDS.visitStatus, status: step, [step]: time },
  })
  const visitAt = (start: number) => ({ visit: { ...EMPTY_FIELDS.visit, start } })

  test.each<[string, boolean, Partial<Case>]>([
    ['whose time has passed', true, {}],
    ['whose time has passed in today', true, { lane: 'today' }],
    ['whose time is to come', false, { followUp: { ...due.followUp, due: NOON } }],
    ['without a time', false, { followUp: { ...due.followUp, due: null } }],
    [
      'of which there was a visit before it was planned',
      true,
      visited('finished', NOON - 6 * HOUR),
    ],
    ['to whom somebody is on the way', false, visited('underway', NOON - HOUR)],
    ['who was visited since', false, visited('finished', NOON - 2 * HOUR)],
    ['with a visit later today', false, { lane: 'today', ...visitAt(NOON + HOUR) }],
    ['whose planned visit has passed too', true, { lane: 'today', ...visitAt(NOON - 1) }],
    ['that waits with a visit planned', true, visitAt(NOON + HOUR)],
    ['that is acute by now', true, { lane: 'acute' }],
    ['that waits for its receipt', false, { lane: 'handback' }],
    ['that has ended', false, { lane: 'done' }],
  ])('[K4] one %s: %s', (_, late, facts) => {
    expect(isFollowUpLate({ ...EMPTY_FIELDS, ...due, ...facts }, NOON)).toBe(late)
  })
})

function plan(due: number | null) {
  return { due, check: 'CRP', callIf: '' }
}
