import { describe, expect, test } from 'vitest'
import { clockOf, dayAfter, dayOf, daysBetween, momentOf } from '../../shared/team-time.ts'
import fc from '../support/fast-check.ts'

const iso = (at: number) => new Date(at).toISOString()

test.each([
  ['2026-03-10T08:42:59.999Z', '2026-03-10', '09:42'],
  ['2026-03-10T23:30:00Z', '2026-03-11', '00:30'],
  ['2026-07-01T22:05:00Z', '2026-07-02', '00:05'],
  ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
])('[N4] %s is %s, %s for the team', (utc, day, clock) => {
  expect([dayOf(Date.parse(utc)), clockOf(Date.parse(utc))]).toEqual([day, clock])
})

describe('momentOf', () => {
  test.each([
    ['in winter', '2026-03-10', '09:42', '2026-03-10T08:42:00.000Z'],
    ['in summer', '2026-07-01', '00:05', '2026-06-30T22:05:00.000Z'],
    ['in the hour that spring skips', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['in the hour that autumn repeats', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('[N4] %s the clock tells the moment', (_, day, clock, moment) => {
    expect(iso(momentOf(day, clock))).toBe(moment)
  })

  test('[N4] the moment that a clock shows shows that clock', () => {
    const time = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') })
    fc.assert(
      fc.property(time, (at) => {
        const moment = momentOf(dayOf(at), clockOf(at))
        expect([dayOf(moment), clockOf(moment)]).toEqual([dayOf(at), clockOf(at)])
      }),
    )
  })
})

test('[N4] days are counted by the calendar, also when one has 23 or 25 hours', () => {
  const evening = Date.parse('2026-03-28T22:59:00Z')
  expect(daysBetween(evening, evening + 60_000)).toBe(1)
  expect(daysBetween(evening, Date.parse('2026-03-29T22:00:00Z'))).toBe(2)
  expect(daysBetween(Date.parse('2026-10-25T22:59:00Z'), Date.parse('2026-10-24T22:00:00Z'))).toBe(
    0,
  )
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01')
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
})
