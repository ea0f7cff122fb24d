import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { returnDue } from '../../../shared/commands/return-due.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  caseIn,
  cameAt,
  cleo,
  fieldIn,
  labelsIn,
} from '../support/board.ts'

const DAY = 24 * 3_600_000
const MONDAY = Date.UTC(2026, 2, 9, 12)
const TUESDAY = MONDAY + DAY

/** A board on which these cases wait in `followup` since Monday, due at these times. */
function waiting(...due: [CaseId, number][]): Y.Doc {
  const doc = boardWith(...due.map(([id]) => id))
  for (const [id, time] of due) {
    planFollowUp(doc, { case: id, due: time }, asKarin(MONDAY))
    moveCase(doc, { case: id, to: 'followup', before: 'natural' }, asKarin(MONDAY))
    cameAt(doc, id, MONDAY)
  }
  return doc
}

describe('returnDue', () => {
  test('[K2] what is due today comes back, what is due tomorrow stays', () => {
    const doc = waiting([anna, TUESDAY], [berit, TUESDAY + DAY])
    expect(returnDue(doc, TUESDAY - DAY / 4)).toEqual(done)
    expect([labelsIn(doc, 'today'), labelsIn(doc, 'followup')]).toEqual([['Anna'], ['Berit']])
  })

  test('[K2] it lands where the lane’s own order has it', () => {
    const doc = waiting([anna, TUESDAY], [berit, TUESDAY], [cleo, TUESDAY])
    moveCase(doc, { case: cleo, to: 'today', before: 'natural' }, asKarin(MONDAY))
    planVisit(doc, { case: cleo, start: TUESDAY }, asKarin(MONDAY))
    planVisit(doc, { case: berit, start: TUESDAY - 3_600_000 }, asKarin(MONDAY))
    returnDue(doc, TUESDAY)
    expect(labelsIn(doc, 'today')).toEqual(['Berit', 'Cleo', 'Anna'])
  })

  test('[K2] a case that is closed, or nowhere near its time, is left alone', () => {
    const doc = waiting([anna, TUESDAY], [berit, TUESDAY])
    setOutcome(doc, { case: anna, value: 'neither' }, asKarin(MONDAY))
    closeCase(doc, { case: anna }, asKarin(MONDAY))
    moveCase(doc, { case: berit, to: 'handback', before: null }, asKarin(MONDAY))
    expect(returnDue(doc, TUESDAY)).toEqual(refused('nothing-changed'))
    expect([caseIn(doc, anna).lane, caseIn(doc, berit).lane]).toEqual(['done', 'handback'])
  })

  test('[K2] a visit that was finished makes room for the one that is due', () => {
    const doc = waiting([anna, TUESDAY], [berit, TUESDAY])
    for (const id of [anna, berit]) planVisit(doc, { case: id, start: MONDAY }, asKarin(MONDAY))
    setVisitStatus(doc, { case: anna, status: 'finished' }, asKarin(MONDAY))
    returnDue(doc, TUESDAY)
    expect(caseIn(doc, anna).visit.start).toBeNull()
    expect(caseIn(doc, anna).visitStatus).toMatchObject({ status: 'none', finished: null })
    expect(caseIn(doc, berit)).toMatchObject({
      visit: { start: MONDAY },
      visitStatus: { status: 'planned' },
    })
  })

  test('[K3] its values are as old as those that they follow', () => {
    const doc = waiting([anna, TUESDAY])
    returnDue(doc, TUESDAY)
    expect(fieldIn(doc, anna, 'place')).toMatchObject({ lane: 'today', at: MONDAY })
  })
})
