import { afterEach, describe, expect, test } from 'vitest'
import {
  ageText,
  dateText,
  secondsText,
  shortDateText,
  timerText,
  timeText,
  whenText,
} from '../../../client/i18n/format.ts'
import { baseLocale, overwriteGetLocale } from '../../../client/i18n/paraglide/runtime.js'

const at = (text: string) => Date.parse(text)
const now = at('2026-03-10T09:42:10+01:00')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const inEnglish = () => overwriteGetLocale(() => 'en')
afterEach(() => overwriteGetLocale(() => baseLocale))

test('times and dates are Swedish and the team’s, wherever the browser stands', () => {
  expect(timeText(now)).toBe('09:42')
  expect(secondsText(now)).toBe('09:42:10')
  expect(dateText(now)).toBe('tis 10 mars')
  expect(shortDateText(at('2026-11-20T12:00:00Z'))).toBe('20 nov')
  expect(timeText(at('2026-07-01T10:00:00Z'))).toBe('12:00')
})

test('English has the same in its own words', () => {
  inEnglish()
  expect(dateText(now)).toBe('Tue 10 March')
  expect(ageText(now - 3 * HOUR, now)).toBe('3 h')
})

test.each([
  [30_000, 'nu'],
  [12 * MINUTE, '12 min'],
  [59 * MINUTE, '59 min'],
  [3 * HOUR, '3 tim'],
  [23 * HOUR, '23 tim'],
  [49 * HOUR, '2 dygn'],
  [-5_000, 'nu'],
])('an age of %i ms reads "%s"', (age, text) => {
  expect(ageText(now - age, now)).toBe(text)
})

describe('a planned time', () => {
  test.each([
    ['2026-03-10T15:00:00+01:00', '15:00'],
    ['2026-03-11T00:30:00+01:00', 'ons'],
    ['2026-03-16T08:00:00+01:00', 'mån'],
    ['2026-03-17T08:00:00+01:00', '17 mars'],
    ['2026-03-08T08:00:00+01:00', '8 mars'],
  ])('%s reads "%s"', (time, text) => {
    expect(whenText(at(time), now)).toBe(text)
  })
})

test.each([
  [727, '12:07'],
  [59, '00:59'],
  [3_599, '59:59'],
  [3_900, '1:05 tim'],
])('a timer of %i s reads "%s"', (seconds, text) => {
  expect(timerText(now - seconds * 1_000, now)).toBe(text)
})
