import { describe, expect, test } from 'vitest'
import { boardSettings } from '../../shared/board.ts'
import { isTeamAtWork, nextOpening, type TeamWeek } from '../../shared/team-hours.ts'
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

describe('a week of its own', () => {
  const week: TeamWeek = {
    hours: { opens: '08:00', closes: '17:00' },
    otherHours: {
      wed: { opens: '10:00', closes: '15:00' },
      fri: null,
      sat: { opens: '09:00', closes: '12:00' },
    },
  }
  const atWorkOn = (iso: string) => isTeamAtWork(Date.parse(iso), holidays, week)

  test.each([
    ['on a usual day', '2026-03-10T08:30+01:00', true],
    ['before a shorter day', '2026-03-11T09:59+01:00', false],
    ['on a shorter day', '2026-03-11T10:00+01:00', true],
    ['after it', '2026-03-11T15:00+01:00', false],
    ['on a day off', '2026-03-13T10:00+01:00', false],
    ['on a Saturday that it works', '2026-03-14T10:00+01:00', true],
    ['on a Sunday', '2026-03-15T10:00+01:00', false],
  ])('[N3] %s the team’s own hours count', (_, iso, expected) => {
    expect(atWorkOn(iso)).toBe(expected)
  })

  test('[N3] a public holiday is off whatever day of the week it is', () => {
    const everyFriday = { ...week, otherHours: { fri: { opens: '08:00', closes: '17:00' } } }
    expect(isTeamAtWork(Date.parse('2026-06-19T10:00+02:00'), holidays, everyFriday)).toBe(false)
  })

  test('[N3] the next opening is that of the next day that it works', () => {
    const next = nextOpening(Date.parse('2026-03-12T17:30+01:00'), holidays, week)
    expect(new Date(next).toISOString()).toBe('2026-03-14T08:00:00.000Z')
  })

  test('[N3] a week without any hours is no setting', () => {
    const { otherHours } = boardSettings.shape
    const allOff = { mon: null, tue: null, wed: null, thu: null, fri: null }
    expect(otherHours.safeParse(allOff).success).toBe(false)
    const hours = { opens: '09:00', closes: '12:00' }
    expect(otherHours.safeParse({ ...allOff, sun: hours }).success).toBe(true)
  })
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
