import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { entriesOfChanges, entriesOfSuperseded } from '../../../server/audit/case-entries.ts'
import { plainValue } from '../../../server/audit/plain.ts'
import { observeChanges, type CaseChange } from '../../../shared/changes.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { setTaskDone } from '../../../shared/commands/set-task-done.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { anEntry, somePatient } from '../../support/audit.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  commentNumber,
  requestFor,
  taskNumber,
} from '../../shared/support/board.ts'

const SECRET = 'Dottern har nyckeln'
const { time, user, name, role, client } = anEntry()
const doer = { time, user, name, role, client }

/** What the log says of a command on Anna's board. */
function logged(command: (doc: Y.Doc) => Outcome, doc = boardWith(anna)) {
  const changes: CaseChange[] = []
  observeChanges(doc, (made) => changes.push(...made))
  const outcome = doc.transact(() => command(doc))
  if (!outcome.ok) throw new Error(outcome.reason)
  const patientOf = (id: string) => (id === anna ? somePatient : null)
  return entriesOfChanges(changes, doer, patientOf)
}

test('[J2] a change of a field says whose case, of which patient, from what to what', () => {
  const place = (lane: string) => expect.objectContaining({ lane }) as unknown
  const entries = logged((doc) =>
    moveCase(doc, { case: anna, to: 'today', before: null }, asKarin()),
  )
  expect(entries).toEqual([
    {
      ...doer,
      action: 'case-changed',
      case: anna,
      patient: somePatient,
      object: 'place',
      from: place('incoming'),
      to: place('today'),
      reason: '',
    },
  ])
})

test('[J2] a new case says what it began with, but none of the words in its SBAR', () => {
  const request = { ...requestFor(berit), sbar: { ...requestFor(berit).sbar, situation: SECRET } }
  const [created, ...others] = logged((doc) => createCase(doc, request, asKarin()))
  expect(others).toEqual([])
  expect(created).toMatchObject({
    action: 'case-created',
    case: berit,
    patient: null,
    object: null,
    from: null,
    to: { reason: { text: request.reason }, priority: { level: request.priority } },
  })
  expect(plainValue(created?.to)).not.toContain(SECRET)
})

test('[J2] of SBAR and comments it says who wrote in what, not the words', () => {
  const written = logged((doc) =>
    editSbar(doc, { case: anna, part: 'situation', text: SECRET }, asKarin()),
  )
  const comment = commentNumber(1)
  const said = logged((doc) => addComment(doc, { case: anna, comment, text: SECRET }, asKarin()))
  expect([...written, ...said].map(({ object, from, to }) => [object, from, to])).toEqual([
    ['sbar.situation', null, null],
    ['comments', null, [comment]],
  ])
})

test('[J2] a task is told with what it was', () => {
  const doc = boardWith(anna)
  const id = taskNumber(1)
  const added = logged((on) => addTask(on, { case: anna, task: id, text: 'EKG' }, asKarin()), doc)
  const done = logged((on) => setTaskDone(on, { case: anna, task: id, done: true }, asKarin()), doc)
  const told = [...added, ...done].map(({ object, from, to }) => [object, from, to])
  expect(told).toEqual([
    [`tasks.${id}`, undefined, expect.objectContaining({ text: 'EKG', done: null })],
    [
      `tasks.${id}`,
      expect.objectContaining({ done: null }),
      expect.objectContaining({ done: { by: 'karin', at: expect.any(Number) as number } }),
    ],
  ])
})

test('[J2] a value that was superseded says what stands, what was not used, and why', () => {
  const kept = { value: { lane: 'acute' }, at: 20, by: null }
  const yours = { value: { lane: 'today' }, at: 10 }
  const ruling = { kind: 'superseded', because: 'newer', case: anna, part: 'place' } as const
  expect(entriesOfSuperseded([{ ...ruling, kept, yours }], doer, () => null)).toEqual([
    {
      ...doer,
      action: 'change-superseded',
      case: anna,
      patient: null,
      object: 'place',
      from: { lane: 'acute' },
      to: { lane: 'today' },
      reason: 'newer',
    },
  ])
})
