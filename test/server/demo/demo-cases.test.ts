import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  caseIds,
  commentsOf,
  entryOf,
  readLane,
  sbarText,
  tasksOf,
} from '../../../shared/board-document.ts'
import { readCase, readCases } from '../../../shared/read-case.ts'
import { caseFields, SBAR_PARTS, type Case } from '../../../shared/case.ts'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { isBack, phaseOf } from '../../../shared/handover.ts'
import { LANES } from '../../../shared/lane.ts'
import { isUnseenAcute } from '../../../shared/acute.ts'
import { copyOf } from '../../shared/support/board.ts'
import { DEMO_BOARDS, demoBoard } from '../../support/demo-board.ts'

const NOW = Date.parse('2026-03-10T09:42:00+01:00')
const MINUTE_MS = 60_000
const kungsbacka = demoBoard('kungsbacka', NOW)
const live = readCases(kungsbacka).filter((one) => one.lane !== 'done')
const inLane = (lane: string) => live.filter((one) => one.lane === lane)
const labels = (cases: readonly Case[]) => cases.map(({ patient }) => patient.label)
const allText = ({ reason, request, sbar, comments, tasks }: Case) =>
  [reason, request, sbar, ...comments, ...tasks]
    .flatMap((part) => Object.entries(part))
    .filter(([key, value]) => typeof value === 'string' && key !== 'id')
    .map(([, value]) => value)
    .join('\n')
const isUnseen = ({ lane, priority, seen }: Case) =>
  isUnseenAcute({ lane, priority: priority.level, seen: seen.by !== null })

describe.each(DEMO_BOARDS)('%s', (name) => {
  const doc = demoBoard(name, NOW)

  test('[T2] every value of every case is within its schema', () => {
    const broken = caseIds(doc).flatMap((id) => {
      const entry = entryOf(doc, id)
      const nested = ['sbar', 'tasks', 'comments']
      return [...(entry?.entries() ?? [])]
        .filter(([field]) => !nested.includes(field))
        .filter(([field, value]) => {
          const schema = caseFields[field as keyof typeof caseFields]
          return schema === undefined || !schema.safeParse(value).success
        })
        .map(([field]) => `${readCase(doc, id)?.patient.label}: ${field}`)
    })
    expect(broken).toEqual([])
  })

  test('[T2] every case reads back whole', () => {
    for (const id of caseIds(doc)) {
      const entry = entryOf(doc, id)
      const read = readCase(doc, id)
      if (!entry || !read) throw new Error(`${id} is not a case`)
      expect(read.meta).not.toBeNull()
      expect(read.tasks).toHaveLength(tasksOf(entry)?.size ?? -1)
      expect(read.comments).toHaveLength(commentsOf(entry)?.length ?? -1)
      for (const part of SBAR_PARTS) expect(sbarText(entry, part)).toBeInstanceOf(Y.Text)
    }
  })

  test('[B3] each case stands on the board exactly once', () => {
    const standing = LANES.flatMap((lane) => readLane(doc, lane)).map(({ id }) => id)
    expect(standing.toSorted()).toEqual(caseIds(doc).toSorted())
  })

  test('[U6] the wall holds it without a count of the rest', () => {
    const count = (lane: 'acute' | 'today' | 'followup') => readLane(doc, lane).length
    expect(count('acute')).toBeLessThanOrEqual(4)
    expect(count('today')).toBeLessThanOrEqual(12)
    expect(count('followup')).toBeLessThanOrEqual(8)
    const areas = readCases(doc).map(({ patient }) => patient.area)
    expect(areas.filter((area) => area.length > 8)).toEqual([])
  })

  test('[B18] codes differ, and tell in which order the cases came', () => {
    const cases = readCases(doc).map(({ meta }) => ({ code: meta?.code, at: meta?.createdAt ?? 0 }))
    const codes = cases.toSorted((a, b) => a.at - b.at).map(({ code }) => code)
    expect(codes).toEqual(codes.toSorted())
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('[T3] patients are a first name with an initial, and no text holds a number of a person', () => {
    const name = /^(Skyddad|\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)? \p{Lu}\.)$/u
    for (const one of readCases(doc)) {
      expect(one.patient.label).toMatch(name)
      expect(allText(one)).not.toMatch(/\d{6,8}[-+ ]?\d{4}|\d{2,4}-\d{2,3} ?\d{2}/)
    }
  })
})

describe('kungsbacka', () => {
  test('[T2] the lanes look like a working day', () => {
    expect(inLane('incoming')).toHaveLength(4)
    expect(inLane('acute')).toHaveLength(4)
    expect(inLane('today')).toHaveLength(10)
    expect(inLane('followup')).toHaveLength(7)
    expect(inLane('handback')).toHaveLength(3)
  })

  test('[T2] two live cases have the same name', () => {
    expect(labels(live).filter((label) => label === 'Karin A.')).toHaveLength(2)
  })

  test('[T2] one identity is protected, and its card tells nothing of the person', () => {
    const hidden = live.filter(({ patient }) => patient.protected)
    expect(hidden.map(({ patient }) => patient)).toEqual([
      expect.objectContaining({ label: 'Skyddad', birthYear: null, area: '' }),
    ])
  })

  test.each(['reservnummer', 'samordningsnummer'])('[T2] one patient has a %s', (kind) => {
    expect(live.filter((one) => allText(one).includes(kind))).toHaveLength(1)
  })

  test('[T2] one consent is missing', () => {
    expect(live.filter(({ consent }) => consent.state === 'missing')).toHaveLength(1)
  })

  test('[T2] acute cases wait unseen for 27 and for 12 minutes', () => {
    const ages = live.filter(isUnseen).map((one) => NOW - (one.meta?.createdAt ?? 0))
    expect(ages.map((age) => age / MINUTE_MS).toSorted((a, b) => b - a)).toEqual([27, 12])
  })

  test('[T2] one receipt is overdue, one is on its way and one has come', () => {
    const days = (one: Case) => Math.floor((NOW - (one.handback.sentAt ?? NOW)) / 86_400_000)
    const waiting = inLane('handback').filter(({ handback }) => handback.receivedAt === null)
    expect(waiting.map(days).toSorted()).toEqual([0, 4])
    expect(inLane('handback')).toHaveLength(waiting.length + 1)
  })

  test('[T2] one was handed over last night, and two are on tonight’s lists', () => {
    const ofPhase = (phase: string) => live.filter((one) => phaseOf(one) === phase)
    expect(labels(ofPhase('handed-over'))).toEqual(['Sixten V.'])
    expect(
      ofPhase('prepared')
        .map(({ handover }) => handover.to)
        .toSorted(),
    ).toEqual(['car', 'evening'])
    const copy = copyOf(kungsbacka)
    bringBack(copy, NOW)
    expect(readCases(copy).filter(isBack)).toHaveLength(1)
  })

  test('[T2] visits are finished, arrived, under way and planned', () => {
    const count = (status: string) =>
      live.filter(({ visitStatus }) => visitStatus.status === status).length
    expect(count('finished')).toBe(2)
    expect(count('arrived')).toBe(1)
    expect(count('underway')).toBe(1)
    expect(count('planned')).toBeGreaterThan(5)
  })

  test('[T2] two cases were closed today with an outcome, and one was voided with a reason', () => {
    const ended = readCases(kungsbacka).filter((one) => one.lane === 'done')
    const outcomes = ended.map(({ closed, outcome }) =>
      closed.how === 'closed' ? outcome.value : 0,
    )
    expect(outcomes.filter(Boolean).toSorted()).toEqual([
      'health-centre-avoided',
      'hospital-avoided',
    ])
    expect(ended.filter(({ closed }) => closed.how === 'voided' && closed.reason)).toHaveLength(1)
  })
})
