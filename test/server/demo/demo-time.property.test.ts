import { expect, test } from 'vitest'
import { isTeamAtWork } from '../../../shared/team-hours.ts'
import { dayOf } from '../../../shared/team-time.ts'
import { dutyOf, readLane } from '../../../shared/board-document.ts'
import { readCases } from '../../../shared/read-case.ts'
import type { Case } from '../../../shared/case.ts'
import type * as Y from 'yjs'
import { DEMO_BOARDS, demoBoard } from '../../support/demo-board.ts'
import { DaysOff } from '../../../server/calendar/days-off.ts'
import { overTheNight } from '../../../shared/commands/bring-back.ts'
import { dueFollowUps } from '../../../shared/commands/return-due.ts'
import fc from '../../support/fast-check.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const moment = fc.date({
  min: new Date('2025-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
})
const nows = moment.map((date) => date.getTime())
/** Midnight, the days on which clocks change, and one leap day. */
const examples = [
  '2026-03-10T00:00:00+01:00',
  '2026-03-10T00:01:30+01:00',
  '2026-03-10T09:15:00+01:00',
  '2026-03-10T14:30:01+01:00',
  '2026-03-10T23:59:59+01:00',
  '2026-03-29T01:59:00+01:00',
  '2026-03-29T03:01:00+02:00',
  '2026-10-25T02:30:00+02:00',
  '2026-10-25T02:30:00+01:00',
  '2028-02-29T12:00:00+01:00',
].map((text): [number] => [Date.parse(text)])

const always = (law: (doc: Y.Doc, now: number) => void) =>
  fc.assert(
    fc.property(nows, (now) => {
      for (const name of DEMO_BOARDS) law(demoBoard(name, now), now)
    }),
    { numRuns: 20, examples },
  )

/** A lane's cases from top to bottom. */
const standing = (doc: Y.Doc, lane: Parameters<typeof readLane>[1]): Case[] => {
  const cases = new Map(readCases(doc).map((one) => [one.id, one]))
  return readLane(doc, lane).flatMap(({ id }) => cases.get(id) ?? [])
}

test('[T4] whatever the hour, the visits lie on that day, in the order of their times', () =>
  always((doc, now) => {
    const starts = standing(doc, 'today').map(({ visit }) => visit.start ?? 0)
    expect(new Set(starts.map(dayOf))).toEqual(new Set([dayOf(now)]))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  }))

test.each(['08:00', '12:00', '14:30'])(
  '[T4] at %s the day still ends before the team goes home',
  (clock) => {
    const now = Date.parse(`2026-03-10T${clock}:00+01:00`)
    const goesHome = Date.parse('2026-03-10T16:30:00+01:00')
    const starts = standing(demoBoard('kungsbacka', now), 'today').map(({ visit }) => visit.start)
    for (const start of starts) expect(start).toBeLessThanOrEqual(goesHome)
  },
)

test('[T4] whatever the hour, visits to come are still to come and done ones are done', () =>
  always((doc, now) => {
    for (const { visit, visitStatus } of readCases(doc)) {
      const { status, underway, arrived, finished } = visitStatus
      if (status === 'planned') expect(visit.start).toBeGreaterThan(now - MINUTE_MS)
      if (status === 'arrived' || status === 'finished')
        expect(visit.start).toBeLessThanOrEqual(now)
      const taps = [underway, arrived, finished].filter((at) => at !== null)
      expect(taps).toEqual(taps.toSorted((a, b) => a - b))
      for (const tap of taps) expect(tap).toBeLessThanOrEqual(now)
    }
  }))

test('[T4] whatever the hour, nothing was done later than now or before its case was made', () =>
  always((doc, now) => {
    for (const { meta, comments, tasks, ...one } of readCases(doc)) {
      const { createdAt, movedAt, touchedAt } = meta ?? {
        createdAt: 0,
        movedAt: 0,
        touchedAt: now + 1,
      }
      const fields = [one.seen, one.place, one.documentedRegion, one.closed, one.vitals]
      const done = [...fields, ...comments, ...tasks].map(({ at }) => at).filter((at) => at > 0)
      for (const at of [...done, movedAt, touchedAt]) {
        expect(at).toBeGreaterThanOrEqual(createdAt)
        expect(at).toBeLessThanOrEqual(now)
      }
    }
  }))

test('[T4] whatever the hour, follow-ups are overdue, due today, tomorrow and later', () =>
  always((doc, now) => {
    const dues = standing(doc, 'followup').map(({ followUp }) => followUp.due ?? 0)
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
    const late = dues.filter((due) => due < now - MINUTE_MS)
    const today = dues.filter((due) => due >= now - MINUTE_MS && dayOf(due) === dayOf(now))
    const noon = Date.parse(`${dayOf(now)}T12:00Z`)
    const tomorrow = dues.filter((due) => dayOf(due) === dayOf(noon + DAY_MS))
    const isKungsbacka = dues.length === 7
    expect(late).toHaveLength(isKungsbacka ? 1 : 0)
    expect(today).toHaveLength(isKungsbacka ? 3 : 1)
    expect(tomorrow).toHaveLength(isKungsbacka ? 2 : 1)
    expect(dues.filter((due) => due > now + 3 * DAY_MS)).toHaveLength(1)
  }))

test('[T4] whatever the hour, the clock leaves a new board as it is', () =>
  always((doc, now) => expect(dueFollowUps(doc, now - MINUTE_MS)).toEqual([])))

test('[T4] whatever the hour, what was handed over at the end of a working day is back', () =>
  always((doc, now) => {
    const daysOff = new DaysOff().around(dayOf(now))
    dutyOf(doc).set('daysOff', daysOff)
    const sent = readCases(doc).flatMap(({ handedOver }) => handedOver.sentAt ?? [])
    expect(overTheNight(doc, now)).toHaveLength(sent.length)
    expect(sent.every((at) => isTeamAtWork(at, new Set(daysOff)))).toBe(true)
  }))

test('[T4] whatever the hour, what was closed was closed that day', () =>
  always((doc, now) => {
    const closed = readCases(doc).filter((one) => one.closed.how === 'closed')
    expect(closed.length).toBeGreaterThan(0)
    for (const one of closed) expect(dayOf(one.closed.at)).toBe(dayOf(now))
  }))
