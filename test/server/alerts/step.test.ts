import { describe, expect, test } from 'vitest'
import { swedishHolidays } from '../../../server/calendar/holidays.ts'
import { nextStep } from '../../../server/alerts/step.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { clockOf, dayOf, momentOf } from '../../../shared/team-time.ts'

type Alert = Parameters<typeof nextStep>[0]

const times = { holidays: swedishHolidays([2026]), settings: NO_SETTINGS }

/** Where an alert goes at a time, and when it goes on: "again 10:20". */
function goes(alert: Alert, at: string, day = '2026-06-18', settings = NO_SETTINGS): string {
  const { step, next } = nextStep(alert, momentOf(day, at), { ...times, settings })
  return [step, dayOf(next) === day ? '' : dayOf(next), clockOf(next)].filter(Boolean).join(' ')
}

const waiting = (step: NonNullable<Alert>['step'], until: string, day = '2026-06-18') => ({
  step,
  next: momentOf(day, until),
})

describe('nextStep', () => {
  test('[Q2] it is told at once, once more after ten minutes, and is full ten minutes later', () => {
    expect(goes(null, '10:00')).toBe('raised 10:10')
    expect(goes(waiting('raised', '10:10'), '10:10')).toBe('again 10:20')
    expect(goes(waiting('again', '10:20'), '10:20')).toBe('full 17:00')
  })

  test('[Q2] how long it waits is the board’s to say', () => {
    expect(goes(null, '10:00', '2026-06-18', { ...NO_SETTINGS, alertAfter: 3 })).toBe(
      'raised 10:03',
    )
  })

  test('[Q2] looked at a little late it keeps its pace; after a long gap it waits the whole time', () => {
    expect(goes(waiting('raised', '10:10'), '10:11')).toBe('again 10:20')
    expect(goes(waiting('raised', '10:10'), '10:20')).toBe('again 10:30')
    expect(goes(waiting('raised', '10:10'), '10:25')).toBe('again 10:35')
  })

  test.each([
    ['before eight', '2026-06-18', '07:59', 'resting 08:00'],
    ['at closing', '2026-06-17', '17:00', 'resting 2026-06-18 08:00'],
    ['on Midsummer Eve', '2026-06-19', '10:00', 'resting 2026-06-22 08:00'],
    ['on a Saturday', '2026-06-13', '10:00', 'resting 2026-06-15 08:00'],
  ])('[Q5] %s a new one rests until the team opens', (_when, day, at, expected) => {
    expect(goes(null, at, day)).toBe(expected)
  })

  test('[Q5] what is open at closing rests then, and is raised afresh in the morning', () => {
    expect(goes(null, '16:55')).toBe('raised 17:00')
    expect(goes(waiting('raised', '17:00'), '17:00', '2026-06-17')).toBe('resting 2026-06-18 08:00')
    expect(goes(waiting('resting', '08:00'), '08:00')).toBe('raised 08:10')
    expect(goes(waiting('full', '17:00', '2026-06-17'), '08:30')).toBe('raised 08:40')
  })
})
