import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardOf, dutyOf, peopleOf } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { writeField, entryOf } from '../../../shared/board-document.ts'
import { readWallDuty } from '../../../shared/wall-duty.ts'
import { readWallBoard, readWallCards, wallCardsOf } from '../../../shared/wall.ts'
import { Projection } from '../../../server/sync/projection.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  cameAt,
  cleo,
  commentNumber,
  requestFor,
} from '../../shared/support/board.ts'
import { team } from './support/fake-gate.ts'

const NOON = Date.UTC(2026, 0, 5, 12, 0)
const HOUR = 3_600_000

/** A board with three saved cases, and the wall's copy of it. */
function wallOver(board = boardWith(anna, berit, cleo)) {
  const clock = { now: NOON }
  for (const id of [anna, berit, cleo]) cameAt(board, id, NOON - HOUR)
  for (const person of team) peopleOf(board).set(person.id, person)
  boardOf(board).set('name', 'Kungsbacka')
  const wall = new Projection(board, () => clock.now)
  wall.refresh()
  return { board, clock, wall }
}

const shown = (doc: Y.Doc) => [...wallCardsOf(doc).keys()].sort()

test('[P3] nothing that the wall may not show is anywhere in its bytes', () => {
  const board = new Y.Doc()
  const request = {
    ...requestFor(anna),
    patient: { label: 'Astrid Dahl', birthYear: 1931, area: 'Vallda', protected: true },
    reason: 'Misstänkt pneumoni',
    sbar: { situation: 'Hosta sedan i lördags' },
  }
  createCase(board, request, asKarin())
  cameAt(board, anna, NOON)
  const { wall } = wallOver(board)
  addComment(board, { case: anna, comment: commentNumber(1), text: 'Dottern undrar' }, asKarin())
  editSbar(board, { case: anna, part: 'background', text: 'KOL sedan 2010' }, asKarin())
  const updates = [Y.encodeStateAsUpdate(wall.doc), wall.refresh() ?? new Uint8Array()]
  const bytes = updates.map((update) => Buffer.from(update).toString('utf8')).join()
  expect(bytes).toContain('H-07')
  const secrets = ['Astrid', 'Dahl', '1931', 'Vallda', 'pneumoni', 'Hosta', 'Dottern', 'KOL']
  const names = ['Karin', 'Lindqvist', 'sonen', 'Åsa vårdcentral']
  expect([...secrets, ...names].filter((text) => bytes.includes(text))).toEqual([])
})

test('[P3] the wall has each case’s card, and the board’s name and people', () => {
  const { wall } = wallOver()
  expect(readWallCards(wall.doc)).toHaveLength(3)
  expect(readWallBoard(wall.doc)).toMatchObject({
    name: 'Kungsbacka',
    people: [{ initials: 'KL', role: 'nurse' }, {}, {}, {}],
  })
})

test('[P3] only what changed for the wall is sent to it', () => {
  const { board, wall } = wallOver()
  expect(wall.refresh()).toBeNull()
  addComment(board, { case: anna, comment: commentNumber(1), text: 'Ring' }, asKarin())
  expect(wall.refresh()).toBeNull()
  moveCase(board, { case: anna, to: 'acute', before: null }, asKarin())
  const update = wall.refresh() ?? new Uint8Array()
  expect(Y.decodeUpdate(update).structs).toHaveLength(1)
  expect(readWallCards(wall.doc).filter(({ lane }) => lane === 'acute')).toHaveLength(1)
})

test('[P3] voided cases leave the wall at once, closed ones when their day is over', () => {
  const { board, clock, wall } = wallOver()
  voidCase(board, { case: anna, reason: 'Dubblett' }, asKarin(NOON))
  finishCase(board, { case: berit, outcome: 'neither' }, asKarin(NOON))
  wall.refresh()
  expect(shown(wall.doc)).toEqual([berit, cleo])
  clock.now += 10 * HOUR // 23:00 in Stockholm
  expect(wall.refresh()).toBeNull()
  clock.now += HOUR
  wall.refresh()
  expect(shown(wall.doc)).toEqual([cleo])
})

test('[W9] a new copy overrules what a wall still has of an older one', () => {
  const { board, clock, wall } = wallOver()
  const screen = new Y.Doc()
  Y.applyUpdate(screen, Y.encodeStateAsUpdate(wall.doc))
  moveCase(board, { case: anna, to: 'acute', before: null }, asKarin(NOON))
  voidCase(board, { case: berit, reason: 'Dubblett' }, asKarin(NOON))
  boardOf(board).set('name', 'Kungsbacka norra')

  const next = new Projection(board, () => clock.now + 1)
  next.refresh()
  expect(next.overrules(Y.encodeStateVector(screen))).toBe(true)
  expect(wall.overrules(Y.encodeStateVector(next.doc))).toBe(false)
  Y.applyUpdate(screen, Y.encodeStateAsUpdate(next.doc))
  expect(wallCardsOf(screen).toJSON()).toEqual(wallCardsOf(next.doc).toJSON())
  expect(readWallBoard(screen)?.name).toBe('Kungsbacka norra')
})

test('[B7] a value that no clock can show does not stop the wall', () => {
  const { board, wall } = wallOver()
  const entry = entryOf(board, anna)
  const at = Number.MAX_SAFE_INTEGER
  if (entry) writeField(entry, 'closed', { how: 'closed', reason: '', by: null, at })
  wall.refresh()
  expect(shown(wall.doc)).toEqual([anna, berit, cleo])
})

test('[V8] a change of the roster reaches the wall', () => {
  const { board, wall } = wallOver()
  const shift = { person: 'karin', role: 'nurse', from: NOON, to: NOON + HOUR, phone: '06 22' }
  dutyOf(board).set('shifts', [shift])
  const update = Buffer.from(wall.refresh() ?? []).toString('utf8')
  expect(readWallDuty(wall.doc)?.shifts).toMatchObject([{ initials: 'KL' }])
  expect(update).not.toContain('06 22')
})
