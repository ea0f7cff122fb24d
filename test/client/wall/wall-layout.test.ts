import { describe, expect, test } from 'vitest'
import { layoutOf } from '../../../client/surfaces/wall/wall-layout.ts'
import type { WallCard } from '../../../shared/wall.ts'
import { cards, cardWith, codes, MINUTE, NOW, today } from './cards.ts'

const layout = (...shown: WallCard[]) => layoutOf(shown, NOW, new Set())
const at = (hour: number) => today(`${String(hour).padStart(2, '0')}:00`)

describe('acute band', () => {
  test('[U6] the unseen stand first, then the oldest', () => {
    const { acute } = layout(
      cardWith({ code: 'H-11', lane: 'acute', since: today('10:00') }),
      cardWith({ code: 'H-12', lane: 'acute', since: today('09:00') }),
      cardWith({ code: 'H-13', lane: 'acute', since: today('10:40'), seenAt: null }),
      cardWith({ code: 'H-14', lane: 'acute', since: today('10:15'), seenAt: null }),
    )
    expect(codes(acute.shown)).toEqual(['H-14', 'H-13', 'H-12', 'H-11'])
  })

  test('[B21] an acute request shows before anybody has moved it, and still counts as incoming', () => {
    const { acute, incoming } = layout(cardWith({ lane: 'incoming', priority: 'acute' }))
    expect(codes(acute.shown)).toEqual(['H-01'])
    expect(incoming.count).toBe(1)
  })

  test('[U6] the fifth acute case turns the last cell into a count', () => {
    const { acute } = layoutOf(
      cards(5, () => ({ lane: 'acute' })),
      NOW,
      new Set(),
    )
    expect(codes(acute.shown)).toEqual(['H-10', 'H-11', 'H-12'])
    expect(codes(acute.more)).toEqual(['H-13', 'H-14'])
  })

  test('[U6] a finished acute visit leaves the band and counts among the visits', () => {
    const { acute, visits } = layout(
      cardWith({ lane: 'acute', visitStatus: 'finished', visitStatusAt: today('10:20') }),
    )
    expect(acute.shown).toEqual([])
    expect(codes(visits.shown)).toEqual(['H-01'])
    expect(visits).toMatchObject({ finished: 1, total: 1 })
  })
})

describe('visits', () => {
  test('[U6] visits stand in order of time, those without one last', () => {
    const { visits } = layout(
      cardWith({ code: 'H-11', visitStart: today('15:00') }),
      cardWith({ code: 'H-12', visitStart: null }),
      cardWith({ code: 'H-13', visitStart: today('08:20') }),
    )
    expect(codes(visits.shown)).toEqual(['H-13', 'H-11', 'H-12'])
  })

  test('[U6] a visit finished today stays when its case goes on or closes; an older one does not', () => {
    const finished = { visitStatus: 'finished', visitStart: today('08:20') } as const
    const { visits } = layout(
      cardWith({ code: 'H-11', lane: 'done', ...finished, visitStatusAt: today('08:50') }),
      cardWith({ code: 'H-12', lane: 'handback', ...finished, visitStatusAt: today('09:50') }),
      cardWith({ code: 'H-13', lane: 'done', ...finished, visitStatusAt: NOW - 1_440 * MINUTE }),
      cardWith({ code: 'H-14', lane: 'done' }),
    )
    expect(codes(visits.shown)).toEqual(['H-11', 'H-12'])
  })

  test('[U6] twelve visits all have room', () => {
    const { visits } = layoutOf(
      cards(12, (i) => ({ visitStart: at(8 + i) })),
      NOW,
      new Set(),
    )
    expect(visits.shown).toHaveLength(12)
    expect(visits.more).toEqual([])
  })

  test('[U6] when room is short the finished ones give way first, and are still counted', () => {
    const { visits } = layoutOf(
      cards(14, (i) => ({
        visitStart: at(8 + i),
        ...(i < 4 ? { visitStatus: 'finished', visitStatusAt: at(8 + i) } : {}),
      })),
      NOW,
      new Set(),
    )
    expect(codes(visits.shown)).toEqual(cards(11, () => ({})).map((_, i) => `H-${13 + i}`))
    expect(codes(visits.more)).toEqual(['H-10', 'H-11', 'H-12'])
    expect(visits).toMatchObject({ finished: 4, total: 14 })
  })
})

describe('follow-ups and counts', () => {
  test('[U6] follow-ups stand by due time and say how many are for today and how many late', () => {
    const { followUps } = layout(
      cardWith({ code: 'H-11', lane: 'followup', followUpDue: today('13:30') }),
      cardWith({ code: 'H-12', lane: 'followup', followUpDue: NOW - 1_440 * MINUTE }),
      cardWith({ code: 'H-13', lane: 'followup', followUpDue: today('10:00') }),
      cardWith({ code: 'H-14', lane: 'followup', followUpDue: null }),
    )
    expect(codes(followUps.shown)).toEqual(['H-12', 'H-13', 'H-11', 'H-14'])
    expect(followUps).toMatchObject({ today: 2, late: 2 })
  })

  test('[U6] nine follow-ups show seven and count two', () => {
    const { followUps } = layoutOf(
      cards(9, () => ({ lane: 'followup' })),
      NOW,
      new Set(),
    )
    expect([followUps.shown.length, followUps.more.length]).toEqual([7, 2])
  })

  test('[U6] incoming is counted with the oldest, handback with unanswered ones', () => {
    const day = 1_440 * MINUTE
    const { incoming, handback } = layout(
      cardWith({ code: 'H-11', lane: 'incoming', since: today('09:40') }),
      cardWith({ code: 'H-12', lane: 'incoming', since: today('10:40') }),
      cardWith({ code: 'H-13', lane: 'handback', handbackSentAt: NOW - 2 * day }),
      cardWith({
        code: 'H-14',
        lane: 'handback',
        handbackSentAt: NOW - 2 * day,
        handbackReceived: true,
      }),
      cardWith({ code: 'H-15', lane: 'handback', handbackSentAt: NOW - MINUTE }),
    )
    expect(incoming).toEqual({ count: 2, oldest: today('09:40') })
    expect(handback).toEqual({ count: 3, late: 1 })
  })

  test('[U6] each case stands in one band at most', () => {
    const lanes = ['incoming', 'acute', 'today', 'followup', 'handback', 'done'] as const
    const statuses = ['none', 'planned', 'underway', 'arrived', 'finished'] as const
    const priorities = ['acute', 'planned'] as const
    for (const lane of lanes)
      for (const visitStatus of statuses)
        for (const priority of priorities)
          for (const seenAt of [null, NOW]) {
            const one = cardWith({ lane, visitStatus, visitStatusAt: NOW, priority, seenAt })
            const { acute, visits, followUps } = layout(one)
            const bands = [acute, visits, followUps].filter((band) => band.shown.includes(one))
            expect(bands.length, `${lane} ${visitStatus} ${priority}`).toBeLessThanOrEqual(1)
          }
  })
})
