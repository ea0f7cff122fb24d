import { describe, expect, test } from 'vitest'
import { NO_SETTINGS } from '../../shared/board.ts'
import { bringBack } from '../../shared/commands/bring-back.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { setVisitStatus } from '../../shared/commands/set-visit-status.ts'
import { comesBackAt, isBack, isUnfinished } from '../../shared/handover.ts'
import { clockOf, dayOf, momentOf } from '../../shared/team-time.ts'
import { anna, asKarin, berit, boardWith, caseIn, cleo } from './support/board.ts'
import { handOverAll, MORNING } from './support/nights.ts'

test.each([
  ['a Monday afternoon', '2026-03-09 16:00', '2026-03-10 00:00'],
  ['a Friday', '2026-03-13 16:00', '2026-03-16 00:00'],
  ['the eve of a holiday', '2026-04-02 16:00', '2026-04-07 00:00'],
  ['a morning before the team opens', '2026-03-10 06:30', '2026-03-10 08:00'],
])('[F4] what is handed over on %s comes back as the team’s next day begins', (_, sent, back) => {
  const [day = '', clock = ''] = sent.split(' ')
  const holidays = new Set(['2026-04-03', '2026-04-06'])
  const at = comesBackAt(momentOf(day, clock), holidays, NO_SETTINGS)
  expect(`${dayOf(at)} ${clockOf(at)}`).toBe(back)
})

describe('isUnfinished', () => {
  test('[F1] what waits as acute or for its visit is unfinished; what only came in is not', () => {
    const doc = boardWith(anna, berit, cleo)
    prioritise(doc, { case: anna, level: 'acute' }, asKarin())
    moveCase(doc, { case: berit, to: 'today', before: null }, asKarin())
    const unfinished = () => [anna, berit, cleo].filter((id) => isUnfinished(caseIn(doc, id)))
    expect(unfinished()).toEqual([anna, berit])
    setVisitStatus(doc, { case: berit, status: 'finished' }, asKarin(3_000))
    expect(unfinished()).toEqual([anna])
    finishCase(doc, { case: anna, outcome: 'neither' }, asKarin(4_000))
    expect(unfinished()).toEqual([])
  })
})

test('[F5] a case that was closed since is not back from the night', () => {
  const doc = boardWith(anna, berit)
  handOverAll(doc, [anna, berit])
  bringBack(doc, MORNING)
  finishCase(doc, { case: berit, outcome: 'neither' }, asKarin(MORNING + 1))
  expect([anna, berit].map((id) => isBack(caseIn(doc, id)))).toEqual([true, false])
})
