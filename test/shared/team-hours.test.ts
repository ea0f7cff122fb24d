import { expect, test } from 'vitest'
import { isTeamAtWork, nextOpening } from '../../shared/team-hours.ts'
import fc from '../support/fast-check.ts'

const holidays = new Set(['2026-06-19'])
const atWork = (iso: string) => isTeamAtWork(Date.parse(iso), holidays)
const opening = (iso: string) => new Date(nextOpening(Date.parse(iso), holidays)).toISOString()

test.each([
  ['2026-03-10T08:00+01:00', true],
  ['2026-03-10T07:59:59.999+01:00', false],
  ['2026-03-10T16:59:59.999+01:00', true],
  ['2026-03-10T17:00+01:00', false],
  ['2026-03-14T10:00+01:00', false],
  ['2026-03-15T10:00+01:00', false],
  ['2026-06-19T10:00+02:00', false],
  ['2026-03-10T00:30+01:00', false],
])('[N3] at %s the team is at work: %s', (iso, expected) => {
  expect(atWork(iso)).toBe(expected)
})

test.each([
  ['before opening, the same day', '2026-03-10T06:00+01:00', '2026-03-10T07:00:00.000Z'],
  ['at opening, the next day', '2026-03-10T08:00+01:00', '2026-03-11T07:00:00.000Z'],
  ['after midnight, the same day', '2026-03-10T00:30+01:00', '2026-03-10T07:00:00.000Z'],
  ['on Friday evening, Monday', '2026-03-13T18:00+01:00', '2026-03-16T07:00:00.000Z'],
  ['before Midsummer, Monday', '2026-06-18T18:00+02:00', '2026-06-22T06:00:00.000Z'],
  ['over the start of summer time', '2026-03-27T18:00+01:00', '2026-03-30T06:00:00.000Z'],
  ['in the hour that is skipped', '2026-03-29T03:00+02:00', '2026-03-30T06:00:00.000Z'],
  ['over the end of summer time', '2026-10-23T18:00+02:00', '2026-10-26T07:00:00.000Z'],
  ['in the hour that comes twice', '2026-10-25T02:30+01:00', '2026-10-26T07:00:00.000Z'],
])('[N3] the next opening %s', (_, from, expected) => {
  expect(opening(from)).toBe(expected)
})

test('[N3] at its next opening the team is at work, and a minute before it is not', () => {
  const time = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') })
  fc.assert(
    fc.property(time, (at) => {
      const next = nextOpening(at, holidays)
      expect(next).toBeGreaterThan(at)
      expect(isTeamAtWork(next, holidays)).toBe(true)
      expect(isTeamAtWork(next - 60_000, holidays)).toBe(false)
    }),
  )
})
