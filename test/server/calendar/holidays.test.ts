import { expect, test } from 'vitest'
import { SwedishHolidays } from '../../../server/calendar/holidays.ts'
import { isTeamAtWork } from '../../../shared/team-hours.ts'
import { dayAfter } from '../../../shared/team-time.ts'

test('[N3] the team is off on public holidays and on three eves', () => {
  const holidays = new SwedishHolidays()
  const days = Array.from({ length: 365 }, (_, i) => dayAfter('2026-01-01', i))
  expect(days.filter((day) => holidays.has(day))).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-19',
    '2026-06-20',
    '2026-10-31',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ])
})

test('[N3] Midsummer Eve, a Friday, is no working day, Maundy Thursday is', () => {
  const holidays = new SwedishHolidays()
  expect(isTeamAtWork(Date.parse('2026-06-19T10:00+02:00'), holidays)).toBe(false)
  expect(isTeamAtWork(Date.parse('2026-06-18T10:00+02:00'), holidays)).toBe(true)
  expect(isTeamAtWork(Date.parse('2026-04-02T10:00+02:00'), holidays)).toBe(true)
  expect(isTeamAtWork(Date.parse('2025-06-20T10:00+02:00'), holidays)).toBe(false)
})
