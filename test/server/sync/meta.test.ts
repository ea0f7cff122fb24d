import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { readMeta } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import {
  anna,
  berit,
  caseNumber,
  cleo,
  commentNumber,
  doris,
  karin,
  requestFor,
  sara,
} from '../../shared/support/board.ts'
import { GatedBoard } from './support/gated-board.ts'

const MONDAY = Date.UTC(2026, 0, 5, 12, 0)
const TUESDAY = MONDAY + 24 * 3_600_000

/** A board on the server, and people whose changes reach it at a time of the test's choice. */
function serverBoard() {
  const board = new GatedBoard()
  const people = new Map([
    [karin, board.nurse('karin')],
    [sara, board.doctor('sara')],
  ])
  const change = (at: number, task: (doc: Y.Doc, stamp: Stamp) => unknown, by = karin) => {
    board.now = at
    const admission = people.get(by)?.learn().does(task)
    expect(admission?.kind).toBe('admitted')
  }
  const create = (at: number, id: CaseId) =>
    change(at, (doc, stamp) => createCase(doc, requestFor(id), stamp))
  const meta = (id: CaseId) => readMeta(board.doc, id)
  return { change, create, meta, code: (id: CaseId) => meta(id)?.code }
}

test('[B19] the server notes who created a case and when', () => {
  const { create, meta } = serverBoard()
  create(MONDAY, anna)
  expect(meta(anna)).toEqual({
    code: 'H-01',
    ...{ createdAt: MONDAY, createdBy: karin },
    ...{ movedAt: MONDAY, movedBy: karin },
    ...{ touchedAt: MONDAY, touchedBy: karin },
  })
})

test.each<[string, (doc: Y.Doc, stamp: Stamp) => unknown]>([
  ['another lane', (doc, stamp) => moveCase(doc, { case: anna, to: 'acute', before: null }, stamp)],
  ['closing', (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp)],
])('[B19] %s counts as moved and touched', (_name, task) => {
  const { create, change, meta } = serverBoard()
  create(MONDAY, anna)
  change(MONDAY + 5, task, sara)
  expect(meta(anna)).toMatchObject({
    ...{ createdAt: MONDAY, createdBy: karin },
    ...{ movedAt: MONDAY + 5, movedBy: sara, touchedAt: MONDAY + 5, touchedBy: sara },
  })
})

test.each<[string, (doc: Y.Doc, stamp: Stamp) => unknown]>([
  [
    'another spot in the lane',
    (doc, stamp) => moveCase(doc, { case: anna, to: 'incoming', before: null }, stamp),
  ],
  [
    'a text',
    (doc, stamp) => editSbar(doc, { case: anna, part: 'situation', text: 'Feber' }, stamp),
  ],
  [
    'a comment',
    (doc, stamp) => addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp),
  ],
])('[B19] %s counts as touched only, and only for its case', (_name, task) => {
  const { create, change, meta } = serverBoard()
  create(MONDAY, anna)
  create(MONDAY, berit)
  change(MONDAY + 5, task, sara)
  expect(meta(anna)).toMatchObject({
    ...{ movedAt: MONDAY, movedBy: karin, touchedAt: MONDAY + 5, touchedBy: sara },
  })
  expect(meta(berit)).toMatchObject({ touchedAt: MONDAY, touchedBy: karin })
})

test('[B18] cases that come in one update get different codes', () => {
  const { change, code } = serverBoard()
  change(MONDAY, (doc, stamp) =>
    [anna, berit, cleo].forEach((id) => createCase(doc, requestFor(id), stamp)),
  )
  expect([anna, berit, cleo].map(code).sort()).toEqual(['H-01', 'H-02', 'H-03'])
})

test('[B18] a code is free again the day after its case was closed, and at once when voided', () => {
  const { create, change, code } = serverBoard()
  for (const id of [anna, berit, cleo]) create(MONDAY, id)
  change(MONDAY, (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp))
  change(MONDAY, (doc, stamp) => voidCase(doc, { case: berit, reason: 'Dubblett' }, stamp))
  create(MONDAY, doris)
  expect(code(doris)).toBe('H-02')
  create(TUESDAY, caseNumber(5))
  expect(code(caseNumber(5))).toBe('H-01')
})

test('[B18] a case reopened after its code was given away gets another', () => {
  const { create, change, code } = serverBoard()
  create(MONDAY, anna)
  create(MONDAY, berit)
  change(MONDAY, (doc, stamp) => finishCase(doc, { case: anna, outcome: 'neither' }, stamp))
  create(TUESDAY, cleo)
  expect(code(cleo)).toBe('H-01')
  change(TUESDAY, (doc, stamp) => reopenCase(doc, { case: anna, to: 'today' }, stamp))
  expect([anna, berit, cleo].map(code)).toEqual(['H-03', 'H-02', 'H-01'])
})

test('[B18] a case reopened in time keeps its code', () => {
  const { create, change, code } = serverBoard()
  create(MONDAY, anna)
  create(MONDAY, berit)
  change(MONDAY, (doc, stamp) => finishCase(doc, { case: berit, outcome: 'neither' }, stamp))
  change(TUESDAY, (doc, stamp) => reopenCase(doc, { case: berit, to: 'today' }, stamp))
  expect(code(berit)).toBe('H-02')
})

test('[B18] after ninety-nine live cases codes grow', () => {
  const { change, code } = serverBoard()
  const ids = Array.from({ length: 100 }, (_, i) => caseNumber(i))
  change(MONDAY, (doc, stamp) => ids.forEach((id) => createCase(doc, requestFor(id), stamp)))
  expect(new Set(ids.map(code)).size).toBe(100)
  expect(ids.map(code)).toContain('H-100')
})
