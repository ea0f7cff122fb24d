import { expect, test } from 'vitest'
import { byDay, dayText } from '../../../client/surfaces/case/history-days.ts'
import { userId } from '../../../shared/ids.ts'
import { aLine } from './history-lines.ts'
import { NOW } from './stage.ts'

const at = (time: string) => Date.parse(`${time}+01:00`)

test('[J10] lines stand by the team’s day, and what one did in a minute stands together', () => {
  const sara = { user: userId.parse('sara'), name: 'Sara Lindgren' }
  const lines = [
    aLine({ number: 6, time: at('2026-03-10T09:42:50') }),
    aLine({ number: 5, time: at('2026-03-10T09:42:10') }),
    aLine({ number: 4, time: at('2026-03-10T09:42:05'), ...sara }),
    aLine({ number: 3, time: at('2026-03-10T09:42:01') }),
    aLine({ number: 2, time: at('2026-03-10T00:10:00') }),
    aLine({ number: 1, time: at('2026-03-09T23:59:00') }),
  ]
  const told = byDay(lines).map(({ day, doings }) => [
    day,
    doings.map(({ clock, name, lines: done }) => [clock, name, done.map(({ number }) => number)]),
  ])
  expect(told).toEqual([
    [
      '2026-03-10',
      [
        ['09:42', 'Karin Lindqvist', [6, 5]],
        ['09:42', 'Sara Lindgren', [4]],
        ['09:42', 'Karin Lindqvist', [3]],
        ['00:10', 'Karin Lindqvist', [2]],
      ],
    ],
    ['2026-03-09', [['23:59', 'Karin Lindqvist', [1]]]],
  ])
})

test.each([
  ['2026-03-10T00:00:00', 'I dag'],
  ['2026-03-09T23:59:00', 'I går'],
  ['2026-03-08T12:00:00', 'Söndag 8 mars'],
])('[J10] %s is called %s', (time, day) => {
  expect(dayText(at(time), NOW)).toBe(day)
})
