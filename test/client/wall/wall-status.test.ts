import { describe, expect, test } from 'vitest'
import { acuteStatusOf, visitStatusOf, waitOf } from '../../../client/surfaces/wall/wall-status.ts'
import { wallTimeText } from '../../../client/surfaces/wall/wall-time.ts'
import { cardWith, MINUTE, NOW, today } from './cards.ts'

describe('acuteStatusOf', () => {
  test.each([
    [{ seenAt: null }, 'Ej sedd'],
    [{ seenAt: today('10:33') }, 'Sedd 10:33'],
    [{ visitStart: today('11:00') }, 'Tas 11:00'],
    [{ visitStart: today('11:00'), doctor: null, seenAt: today('10:33') }, 'Sedd 10:33'],
    [{ visitStatus: 'underway' }, 'På väg'],
    [{ visitStatus: 'arrived' }, 'Framme'],
    [{ visitStatus: 'arrived', seenAt: null }, 'Ej sedd'],
  ] as const)('[U6] an acute case with %j says %s', (facts, text) => {
    expect(acuteStatusOf(cardWith({ lane: 'acute', ...facts })).text).toBe(text)
  })
})

describe('visitStatusOf', () => {
  test.each([
    [{}, 'Idag', 'priority'],
    [{ priority: 'within48h' }, 'Inom 48 h', 'priority'],
    [{ doctor: null }, 'Ej tagen', 'late'],
    [{ protected: true, area: '' }, 'Skyddad', 'plain'],
    [{ visitStatus: 'underway' }, 'På väg', 'now'],
    [{ visitStatus: 'arrived' }, 'Framme', 'now'],
    [{ visitStatus: 'finished', visitStatusAt: today('08:50') }, 'Klar 08:50', 'done'],
  ] as const)('[U6] a visit with %j says %s', (facts, text, tone) => {
    expect(visitStatusOf(cardWith(facts))).toMatchObject({ text, tone })
  })
})

describe('waitOf', () => {
  const waited = (minutes: number, seenAt: number | null) =>
    Object.values(waitOf(cardWith({ since: NOW - minutes * MINUTE - 14_000, seenAt }), NOW))

  test('[U6] seconds run for an unseen case, hours and minutes after an hour', () => {
    expect(waited(27, null)).toEqual(['27:14', null])
    expect(waited(61, null)).toEqual(['1:01', 'tim'])
  })

  test('[U6] once seen, whole minutes are shown, then hours, then days', () => {
    expect(waited(11, NOW)).toEqual(['11', 'min'])
    expect(waited(72, NOW)).toEqual(['72', 'min'])
    expect(waited(125, NOW)).toEqual(['2:05', 'tim'])
    expect(waited(49 * 60, NOW)).toEqual(['2', 'dygn'])
  })

  test('[B19] a case that came just after the last tick has waited nothing', () => {
    expect(waited(-1, null)).toEqual(['00:00', null])
  })
})

test('[U6] times of other days name the day', () => {
  const day = 1_440 * MINUTE
  expect(wallTimeText(today('11:30'), NOW)).toBe('11:30')
  expect(wallTimeText(today('09:00') + day, NOW)).toBe('ons 09')
  expect(wallTimeText(today('09:00') - day, NOW)).toBe('mån 09')
  expect(wallTimeText(today('09:00') + 9 * day, NOW)).toBe('19 mars')
  expect(wallTimeText(null, NOW)).toBe('–')
})
