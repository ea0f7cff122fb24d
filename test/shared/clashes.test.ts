import { describe, expect, test } from 'vitest'
import { clashesAmong, clashesOf, goersOf, VISIT_MS } from '../../shared/clashes.ts'
import { closeCase } from '../../shared/commands/close-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { planVisit } from '../../shared/commands/plan-visit.ts'
import { setOutcome } from '../../shared/commands/set-outcome.ts'
import { setVisitStatus } from '../../shared/commands/set-visit-status.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { readCases } from '../../shared/read-case.ts'
import fc from '../support/fast-check.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  caseIn,
  caseNumber,
  cleo,
  jonas,
  karin,
  sara,
} from './support/board.ts'

const START = 100 * VISIT_MS
const LATER = START + VISIT_MS

type Plan = { doctor?: UserId | null; crew?: UserId[] }

/** Anna's visit at `START` is Sara's, without a nurse; Berit's is as given. */
function twoVisits(start: number, { doctor = sara, crew = [] }: Plan = {}) {
  const doc = boardWith(anna, berit)
  const plan = (id: CaseId, at: number, whose: UserId | null, along: UserId[]) => {
    editField(doc, { case: id, field: 'nurse', value: { id: null } }, asKarin())
    editField(doc, { case: id, field: 'doctor', value: { id: whose } }, asKarin())
    planVisit(doc, { case: id, start: at, crew: along }, asKarin())
  }
  plan(anna, START, sara, [])
  plan(berit, start, doctor, crew)
  return doc
}

const clashing = (doc: ReturnType<typeof boardWith>) => [...clashesAmong(readCases(doc)).keys()]

describe('clashesAmong', () => {
  test.each([
    ['at the same time', START, true],
    ['a minute before the first ends', LATER - 60_000, true],
    ['when the first ends', LATER, false],
    ['a minute before, and thereby into it', START - 60_000, true],
    ['and ends when the first begins', START - VISIT_MS, false],
  ])('[B22] one that begins %s clashes: %s', (_, start, expected) => {
    expect(clashing(twoVisits(start))).toEqual(
      expected ? expect.arrayContaining([anna, berit]) : [],
    )
  })

  test('[B22] it says who is wanted where, and when, on both', () => {
    const clashes = clashesAmong(readCases(twoVisits(LATER - 60_000)))
    expect(clashes.get(anna)).toEqual([{ person: sara, with: berit, start: LATER - 60_000 }])
    expect(clashes.get(berit)).toEqual([{ person: sara, with: anna, start: START }])
  })

  test('[B22] other people can go at the same time', () => {
    expect(clashing(twoVisits(START, { doctor: jonas }))).toEqual([])
  })

  test('[B22] whoever is in the crew goes along', () => {
    expect(clashing(twoVisits(START, { doctor: jonas, crew: [sara] }))).toHaveLength(2)
  })

  test('[B22] who only answers for the patient can be elsewhere, unless it is joint', () => {
    const doc = twoVisits(START, { doctor: sara, crew: [karin] })
    expect(clashing(doc)).toEqual([])
    planVisit(doc, { case: berit, joint: true }, asKarin())
    expect(clashing(doc)).toHaveLength(2)
  })

  test('[B22] a finished visit and a closed case keep nobody', () => {
    const finished = twoVisits(START)
    setVisitStatus(finished, { case: anna, status: 'finished' }, asKarin())
    expect(clashing(finished)).toEqual([])
    const closed = twoVisits(START)
    setOutcome(closed, { case: anna, value: 'neither' }, asKarin())
    closeCase(closed, { case: anna }, asKarin())
    expect(clashing(closed)).toEqual([])
  })

  test('[B22] among many it finds what comparing each with each finds', () => {
    const ids = [1, 2, 3, 4, 5, 6].map(caseNumber)
    const anyStart = fc.integer({ min: 0, max: 300 }).map((minutes) => minutes * 60_000)
    const who = fc.constantFrom(sara, jonas, null)
    const visit = fc.record({ start: fc.option(anyStart), doctor: who })
    fc.assert(
      fc.property(fc.array(visit, { minLength: 6, maxLength: 6 }), (visits) => {
        const one = caseIn(boardWith(anna), anna)
        const all = visits.map(({ start, doctor }, i) => ({
          ...one,
          id: ids[i] ?? anna,
          visit: { ...one.visit, start },
          doctor: { ...one.doctor, id: doctor },
          nurse: { ...one.nurse, id: null },
        }))
        const each = all.map((one) => [one.id, clashesOf(one, all)] as const)
        const found = clashesAmong(all)
        for (const [id, clashes] of each) expect(found.get(id) ?? []).toEqual(clashes)
      }),
      { numRuns: 100 },
    )
  })
})

describe('clashesOf', () => {
  test('[B22] a plan can be tried before it is saved', () => {
    const doc = twoVisits(LATER)
    const tried = { ...caseIn(doc, berit), visit: { ...caseIn(doc, berit).visit, start: START } }
    expect(clashesOf(tried, readCases(doc))).toEqual([{ person: sara, with: anna, start: START }])
  })

  test('[B22] what has no time clashes with nothing', () => {
    const doc = boardWith(anna, cleo)
    expect(clashesOf(caseIn(doc, anna), readCases(doc))).toEqual([])
  })
})

test('[B22] each who goes is counted once', () => {
  const doc = twoVisits(START, { crew: [sara, karin] })
  expect(goersOf(caseIn(doc, berit))).toEqual([sara, karin])
})
