import { expect, test } from 'vitest'
import { visitSlots } from '../../../client/surfaces/meeting/slots.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { clockOf, dayOf } from '../../../shared/team-time.ts'

const slots = (now: string) =>
  visitSlots(Date.parse(`${now}:00+01:00`), new Set(['2026-03-19']), NO_SETTINGS).map(
    (time) => `${dayOf(time)} ${clockOf(time)}`,
  )

test('[M6] the times offered are today’s that are left, then the next workday’s', () => {
  expect(slots('2026-03-10T08:00')).toEqual([
    '2026-03-10 09:00',
    '2026-03-10 10:30',
    '2026-03-10 13:00',
    '2026-03-10 15:00',
  ])
  expect(slots('2026-03-13T10:01')).toEqual([
    '2026-03-13 13:00',
    '2026-03-13 15:00',
    '2026-03-16 09:00',
    '2026-03-16 10:30',
  ])
  expect(slots('2026-03-18T16:00')[0]).toBe('2026-03-20 09:00')
})
