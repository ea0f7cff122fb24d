import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { metaOf } from '../../shared/board-document.ts'
import { readCases } from '../../shared/read-case.ts'
import { caseMeta } from '../../shared/case.ts'
import { bringBack } from '../../shared/commands/bring-back.ts'
import { lookAtHandover } from '../../shared/commands/look-at-handover.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { planFollowUp } from '../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../shared/commands/plan-visit.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { setVisitStatus } from '../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import { voidCase } from '../../shared/commands/void-case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { agendaOf, grownAgenda } from '../../shared/meeting.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  cameAt,
  caseNumber,
  cleo,
} from './support/board.ts'
import { handOverAll, MORNING } from './support/nights.ts'

const at = (time: string) => Date.parse(`${time}:00+01:00`)
const NOW = at('2026-03-10T08:00')
const LAST = at('2026-03-09T08:10')

/** A board of cases that came long before the last meeting, one after the other. */
function oldBoard(...ids: CaseId[]): Y.Doc {
  const doc = boardWith(...ids)
  ids.forEach((id, i) => cameAt(doc, id, at('2026-03-02T08:00') + i))
  return doc
}

function touch(doc: Y.Doc, id: CaseId, touchedAt: number): void {
  const meta = caseMeta.parse(metaOf(doc).get(id))
  metaOf(doc).set(id, { ...meta, touchedAt })
}

const agenda = (doc: Y.Doc, since: number | null = LAST) =>
  agendaOf(readCases(doc), { since, now: NOW, daysOff: new Set() })
const listed = (doc: Y.Doc, since: number | null = LAST) =>
  agenda(doc, since).items.map((item) => [item.group, item.case])

test('[M1] what nobody has touched since the last meeting is only counted', () => {
  const doc = oldBoard(anna, berit, cleo)
  touch(doc, berit, LAST + 1)
  touch(doc, cleo, LAST)
  expect(agenda(doc)).toEqual({ items: [{ case: berit, group: 'changed' }], unchanged: 2 })
})

test('[M1] [F5] what the night has had is due, in the order of time, until somebody has looked at it', () => {
  const doc = oldBoard(anna, berit, cleo)
  planFollowUp(doc, { case: anna, due: at('2026-03-09T09:00') }, asKarin(LAST))
  handOverAll(doc, [cleo])
  bringBack(doc, MORNING)
  planVisit(doc, { case: berit, start: at('2026-03-10T09:00') }, asKarin(LAST))
  expect(listed(doc)).toEqual([
    ['due', anna],
    ['due', cleo],
    ['due', berit],
  ])
  lookAtHandover(doc, { case: cleo }, asKarin(NOW))
  expect(listed(doc).map(([, id]) => id)).toEqual([anna, berit])
})

test('[M1] at the first meeting, and before the server has it, everything is news', () => {
  const doc = oldBoard(anna)
  expect(listed(doc, null)).toEqual([['changed', anna]])
  metaOf(doc).delete(anna)
  expect(listed(doc)).toEqual([['changed', anna]])
})

test('[M1] acute comes first, the unseen before the seen, then the oldest', () => {
  const [seen, late, early, changed] = [1, 2, 3, 4].map(caseNumber) as [
    CaseId,
    CaseId,
    CaseId,
    CaseId,
  ]
  const doc = oldBoard(seen, early, late, changed)
  for (const id of [seen, late, early]) prioritise(doc, { case: id, level: 'acute' }, asKarin())
  moveCase(doc, { case: seen, to: 'acute', before: null }, asKarin())
  takeCase(doc, { case: seen }, asSara())
  touch(doc, changed, NOW)
  expect(listed(doc)).toEqual([
    ['acute', early],
    ['acute', late],
    ['acute', seen],
    ['changed', changed],
  ])
})

test('[M1] due is what is for today or was before, by time', () => {
  const [noon, overdue, tomorrow, done, checked, undone] = [1, 2, 3, 4, 5, 6].map(caseNumber) as [
    CaseId,
    CaseId,
    CaseId,
    CaseId,
    CaseId,
    CaseId,
  ]
  const doc = oldBoard(noon, overdue, tomorrow, done, checked, undone)
  const visit = (id: CaseId, time: string) =>
    planVisit(doc, { case: id, start: at(time) }, asKarin())
  visit(noon, '2026-03-10T12:00')
  visit(overdue, '2026-03-09T15:00')
  visit(tomorrow, '2026-03-11T09:00')
  visit(done, '2026-03-10T07:00')
  setVisitStatus(doc, { case: done, status: 'finished' }, asSara())
  planFollowUp(doc, { case: checked, due: at('2026-03-10T23:30') }, asKarin())
  planFollowUp(doc, { case: undone, due: at('2026-03-11T00:30') }, asKarin())
  expect(listed(doc)).toEqual([
    ['due', overdue],
    ['due', noon],
    ['due', checked],
  ])
  expect(agenda(doc).unchanged).toBe(3)
})

test('[M1] a handback is due when its receipt is late, whatever else it waits for', () => {
  const doc = oldBoard(anna, berit)
  planVisit(doc, { case: anna, start: at('2026-03-10T12:00') }, asKarin())
  sendHandback(doc, { case: anna, summary: 'Åter' }, asKarin(NOW - 3_600_000))
  sendHandback(doc, { case: berit, summary: 'Åter' }, asKarin(NOW - 5 * 86_400_000))
  expect(listed(doc)).toEqual([['due', berit]])
})

test('[M1] who is closed is not spoken of', () => {
  const doc = oldBoard(anna)
  touch(doc, anna, NOW)
  voidCase(doc, { case: anna, reason: 'Fel patient' }, asKarin())
  expect(agenda(doc)).toEqual({ items: [], unchanged: 0 })
})

test('[M2] what comes meanwhile stands last in its group, and nothing leaves or moves', () => {
  const [second, first, acute, late] = [1, 2, 3, 4].map(caseNumber) as [
    CaseId,
    CaseId,
    CaseId,
    CaseId,
  ]
  const doc = oldBoard(second, acute, late, first)
  for (const id of [second, first]) touch(doc, id, NOW - 1)
  prioritise(doc, { case: acute, level: 'acute' }, asKarin())
  const before = agenda(doc).items
  expect(before.map((item) => item.case)).toEqual([acute, second, first])

  voidCase(doc, { case: acute, reason: 'Fel patient' }, asKarin())
  planVisit(doc, { case: first, start: NOW + 1 }, asKarin())
  prioritise(doc, { case: late, level: 'acute' }, asKarin())
  expect(grownAgenda(before, agenda(doc))).toEqual([
    { case: acute, group: 'acute' },
    { case: late, group: 'acute' },
    { case: second, group: 'changed' },
    { case: first, group: 'changed' },
  ])
  const same = agenda(oldBoard())
  expect(grownAgenda(before, same)).toBe(before)
})
