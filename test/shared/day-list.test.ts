import { describe, expect, test } from 'vitest'
import { editField } from '../../shared/commands/edit-field.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { planFollowUp } from '../../shared/commands/plan-follow-up.ts'
import { planVisit } from '../../shared/commands/plan-visit.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import type { DAY_LIST_SECTIONS } from '../../shared/day-list.ts'
import { casesOn, dayList, dayListOf } from '../../shared/day-list.ts'
import { anna, asKarin, asSara, berit, boardWith, cameAt, cleo, doris } from './support/board.ts'

const NOW = Date.parse('2026-03-10T09:42:00+01:00')
const HOUR = 3_600_000
const as = asKarin(NOW)

function fourWaiting() {
  const doc = boardWith(anna, berit, cleo, doris)
  for (const id of [anna, berit, cleo, doris]) cameAt(doc, id, NOW - HOUR)
  return doc
}

const visit = (doc: ReturnType<typeof boardWith>, id: typeof anna, start: number) =>
  planVisit(doc, { case: id, start, joint: false, crew: [] }, as)
const cases = (doc: ReturnType<typeof boardWith>, section: (typeof DAY_LIST_SECTIONS)[number]) =>
  dayListOf(doc, NOW).sections[section].map((row) => row.case)

describe('[Y1] the day list', () => {
  test('has the day’s visits by time, wherever they stand', () => {
    const doc = fourWaiting()
    moveCase(doc, { case: anna, to: 'today', before: null }, as)
    moveCase(doc, { case: berit, to: 'acute', before: null }, as)
    visit(doc, anna, NOW + 3 * HOUR)
    visit(doc, berit, NOW + HOUR)
    visit(doc, cleo, NOW + 30 * HOUR)
    expect(cases(doc, 'visits')).toEqual([berit, anna])
    expect(cases(doc, 'incoming').toSorted()).toEqual([cleo, doris])
  })

  test('has what waits as acute, what came, and what is due', () => {
    const doc = fourWaiting()
    prioritise(doc, { case: anna, level: 'acute' }, as)
    moveCase(doc, { case: berit, to: 'followup', before: null }, as)
    planFollowUp(doc, { case: berit, due: NOW - 24 * HOUR, check: '', callIf: '' }, as)
    moveCase(doc, { case: cleo, to: 'followup', before: null }, as)
    planFollowUp(doc, { case: cleo, due: NOW + 24 * HOUR, check: '', callIf: '' }, as)
    sendHandback(doc, { case: doris, summary: 'Bättre' }, as)
    expect(cases(doc, 'acute')).toEqual([anna])
    expect(cases(doc, 'followUps')).toEqual([berit])
    expect(cases(doc, 'handbacks')).toEqual([doris])
    expect(casesOn(dayListOf(doc, NOW))).toEqual([anna, berit, doris])
  })

  test('has nothing that is ended', () => {
    const doc = fourWaiting()
    finishCase(doc, { case: anna, outcome: 'neither' }, asSara(NOW))
    expect(casesOn(dayListOf(doc, NOW))).not.toContain(anna)
  })

  test('is what its schema says', () => {
    const list = dayListOf(fourWaiting(), NOW)
    expect(dayList.parse(list)).toEqual(list)
  })
})

test('[Y2] a protected identity has its code and nothing else of the patient', () => {
  const doc = fourWaiting()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, as)
  const row = dayListOf(doc, NOW).sections.incoming.find((one) => one.case === anna)
  expect(row).toMatchObject({
    code: 'H-07',
    protected: true,
    name: '',
    birthYear: null,
    area: '',
    reason: '',
  })
})
