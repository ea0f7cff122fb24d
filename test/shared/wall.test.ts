import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readPeople } from '../../shared/board-document.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { handOver } from '../../shared/commands/hand-over.ts'
import { planFollowUp } from '../../shared/commands/plan-follow-up.ts'
import { prepareHandover } from '../../shared/commands/prepare-handover.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { setVisitStatus } from '../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import { voidCase } from '../../shared/commands/void-case.ts'
import {
  readWallBoard,
  readWallCards,
  wallBoardOf,
  wallCard,
  wallCardOf,
} from '../../shared/wall.ts'
import type { Person } from '../../shared/person.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  cameAt,
  caseIn,
  commentNumber,
  karin,
  requestFor,
  sara,
  taskNumber,
} from './support/board.ts'
import { SBAR_PARTS } from '../../shared/case.ts'
import fc from '../support/fast-check.ts'

const people = new Map(
  (
    [
      { id: karin, name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' },
      { id: sara, name: 'Sara Lindgren', initials: 'SL', role: 'doctor' },
    ] satisfies Person[]
  ).map((person) => [person.id, person]),
)
const cardIn = (doc: Y.Doc) => wallCardOf(caseIn(doc, anna), people)

describe('wallCardOf', () => {
  test('[P3] it shows code, place, times and initials', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 500)
    editField(doc, { case: anna, field: 'nurse', value: { id: karin } }, asKarin())
    takeCase(doc, { case: anna }, asSara(3_000))
    setVisitStatus(doc, { case: anna, status: 'underway' }, asSara(4_000))
    expect(cardIn(doc)).toEqual({
      code: 'H-07',
      lane: 'incoming',
      priority: 'today',
      area: 'Åsa',
      protected: false,
      nurse: 'KL',
      doctor: 'SL',
      since: 500,
      seenAt: 3_000,
      visitStart: null,
      joint: false,
      visitStatus: 'underway',
      visitStatusAt: 4_000,
      followUpDue: null,
      handbackSentAt: null,
      handbackReceived: false,
      touchedAt: 500,
      alert: null,
    })
  })

  test('[P3] a protected identity has no area', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 500)
    editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin())
    expect(cardIn(doc)).toMatchObject({ protected: true, area: '' })
  })

  test('[P3] a case that is not saved yet, or voided, is on no wall', () => {
    const doc = boardWith(anna)
    expect(cardIn(doc)).toBeNull()
    cameAt(doc, anna, 500)
    voidCase(doc, { case: anna, reason: 'Dubblett' }, asKarin())
    expect(cardIn(doc)).toBeNull()
  })

  test('[P3] somebody who left the team is a question mark', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 500)
    takeCase(doc, { case: anna }, asSara())
    expect(wallCardOf(caseIn(doc, anna), new Map())?.doctor).toBe('?')
  })

  test('[P3] nothing that anybody wrote about a patient is on the wall', () => {
    const secret = fc.uuid().map((uuid) => `§${uuid.slice(0, 20)}`)
    const secrets = fc.record({
      label: secret,
      text: secret,
      birthYear: fc.integer({ min: 1900, max: 2020 }),
      isProtected: fc.boolean(),
    })
    fc.assert(
      fc.property(secrets, ({ label, text, birthYear, isProtected }) => {
        const doc = new Y.Doc()
        const patient = { label, birthYear, area: 'Åsa', protected: isProtected }
        const request = { since: text, wanted: text, meets: text, healthCentre: text }
        createCase(doc, { ...requestFor(anna), patient, request, reason: text }, asKarin(1))
        for (const part of SBAR_PARTS) editSbar(doc, { case: anna, part, text }, asKarin(2))
        addTask(doc, { case: anna, task: taskNumber(1), text }, asKarin(3))
        addComment(doc, { case: anna, comment: commentNumber(1), text }, asKarin(4))
        planFollowUp(doc, { case: anna, due: 9, check: text, callIf: text }, asKarin(5))
        sendHandback(doc, { case: anna, summary: text }, asKarin(6))
        prepareHandover(doc, { case: anna, to: 'evening', words: text }, asKarin(7))
        handOver(doc, { case: anna, how: 'phoned', told: text }, asKarin(8))
        cameAt(doc, anna, 9)
        const shown = JSON.stringify(cardIn(doc))
        expect(wallCard.safeParse(cardIn(doc)).success).toBe(true)
        for (const hidden of [label, text, '§', String(birthYear)])
          expect(shown).not.toContain(hidden)
      }),
    )
  })
})

describe('the wall’s document', () => {
  test('[P3] it is read card by card, without what is none', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 500)
    const wall = new Y.Doc()
    const cards = wall.getMap('wallCards')
    cards.set(anna, cardIn(doc))
    cards.set('other', { ...cardIn(doc), name: 'Anna' })
    expect(readWallCards(wall)).toEqual([cardIn(doc)])
  })

  test('[P3] without its board it says so', () => {
    const wall = new Y.Doc()
    expect(readWallBoard(wall)).toBeNull()
    const board = { name: 'Kungsbacka', team: 'Team Norr', phone: '', labels: {}, people: [] }
    wallBoardOf(wall).set('board', board)
    expect(readWallBoard(wall)).toEqual(board)
    expect(readPeople(wall)).toEqual(new Map())
  })
})
