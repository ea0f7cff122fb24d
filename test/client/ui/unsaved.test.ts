import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { allUnsavedText, unsavedText, unsavedTitle } from '../../../client/ui/unsaved-text.ts'
import { unsavedFrom } from '../../../client/ui/unsaved.ts'
import { readPeople } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { observeChanges, type CaseChange } from '../../../shared/changes.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import {
  anna,
  asKarin,
  caseNumber,
  commentNumber,
  requestFor,
  taskNumber,
} from '../../shared/support/board.ts'
import { NOW, threeWaiting } from '../board/stage.ts'

/** What is left to copy of what somebody does on a board that never reaches the server. */
function leftOf(...acts: ((doc: Y.Doc) => void)[]) {
  const doc = threeWaiting()
  const changes: CaseChange[] = []
  observeChanges(doc, (some) => changes.push(...some))
  for (const act of acts) doc.transact(() => act(doc))
  const board = {
    people: readPeople(doc),
    settings: NO_SETTINGS,
    case: (id: CaseId) => readCase(doc, id),
  }
  const unsaved = unsavedFrom(changes, board)
  return {
    rows: unsaved.map((one) => [unsavedTitle(one), unsavedText(one, board, NOW)]),
    all: allUnsavedText(unsaved, board, NOW),
  }
}

const comment = (n: number, text: string) => (doc: Y.Doc) =>
  void addComment(doc, { case: anna, comment: commentNumber(n), text }, asKarin())
const situation = (text: string) => (doc: Y.Doc) =>
  void editSbar(doc, { case: anna, part: 'situation', text }, asKarin())
const reason = (text: string) => (doc: Y.Doc) =>
  void editField(doc, { case: anna, field: 'reason', value: { text } }, asKarin())

test('[U19] every comment is kept, as it was typed', () => {
  expect(leftOf(comment(1, 'Dottern ringde.\nHon är orolig.'), comment(2, 'Igen'))).toEqual({
    rows: [
      ['Anna · Kommentarer', 'Dottern ringde.\nHon är orolig.'],
      ['Anna · Kommentarer', 'Igen'],
    ],
    all: 'Anna · Kommentarer\nDottern ringde.\nHon är orolig.\n\nAnna · Kommentarer\nIgen',
  })
})

test('[U19] of a part that was changed several times the last words are kept', () => {
  const { rows } = leftOf(situation('Trött'), reason('Fe'), situation('Trött och'), reason('Feber'))
  expect(rows).toEqual([
    ['Anna · Situation', 'Trött och'],
    ['Anna · Kontaktorsak', 'Feber'],
  ])
})

test('[U19] moves and tasks are listed too', () => {
  const { rows } = leftOf(
    (doc) => void moveCase(doc, { case: anna, to: 'today', before: null }, asKarin()),
    (doc) => void addTask(doc, { case: anna, task: taskNumber(1), text: 'EKG' }, asKarin()),
  )
  expect(rows).toEqual([
    ['Anna · Kolumn', 'Dagens besök'],
    ['Anna · Behandling hemma', 'EKG, ej gjord'],
  ])
})

test('[U19] of a new request everything that was written is kept', () => {
  const request = { ...requestFor(caseNumber(9)), sbar: { situation: 'Trött', background: '' } }
  const { rows } = leftOf((doc) => void createCase(doc, request, asKarin()))
  expect(rows).toEqual([
    [
      'Nils · Ny vårdbegäran',
      [
        'Patient: Nils, 1935, Åsa',
        'Kontaktorsak: Feber, misstänkt pneumoni',
        'Prioritet: Idag',
        'Vårdbegäran: i går, i dag, sonen, Åsa vårdcentral',
        'Situation: Trött',
      ].join('\n'),
    ],
  ])
})
