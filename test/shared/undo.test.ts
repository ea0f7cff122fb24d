import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { closeCase } from '../../shared/commands/close-case.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { markSeen } from '../../shared/commands/mark-seen.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { removeTask } from '../../shared/commands/remove-task.ts'
import { sendHandback } from '../../shared/commands/send-handback.ts'
import { setOutcome } from '../../shared/commands/set-outcome.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import { done, refused, type Outcome } from '../../shared/outcome.ts'
import { revert } from '../../shared/undo.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  commentNumber,
  copyOf,
  entryIn,
  exchange,
  fieldIn,
  karin,
  labelsIn,
  requestFor,
  taskNumber,
} from './support/board.ts'

/** Does something in one transaction and gives what it changed. */
function doing(doc: Y.Doc, act: () => Outcome): CaseChange[] {
  const seen: CaseChange[] = []
  const stop = observeChanges(doc, (changes) => seen.push(...changes))
  expect(doc.transact(act)).toEqual(done)
  stop()
  return seen
}
const undo = (doc: Y.Doc, changes: CaseChange[], stamp: Stamp = asKarin(9_000)) =>
  revert(doc, changes, stamp)

const ecg = { case: anna, task: taskNumber(1) }
const toAcute = { case: anna, to: 'acute', before: null } as const

describe('revert', () => {
  test('[B16] a moved case goes back to where it stood, as a new change', () => {
    const doc = boardWith(anna, berit)
    const before = fieldIn(doc, anna, 'place')
    const moved = doing(doc, () => moveCase(doc, toAcute, asKarin()))
    expect(undo(doc, moved)).toEqual(done)
    expect(fieldIn(doc, anna, 'place')).toEqual({ ...before, at: 9_000 })
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna', 'Berit'])
    expect(fieldIn(doc, anna, 'priority').level).toBe('today')
  })

  test('[B16] a field that was not set before is unset again', () => {
    const doc = boardWith(anna)
    const taken = doing(doc, () => takeCase(doc, { case: anna }, asSara()))
    expect(undo(doc, taken, asSara(9_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'doctor')).toEqual({ id: null, at: 9_000 })
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: null, at: 9_000 })
  })

  test('[B16] what else was done meanwhile to other fields stays', () => {
    const doc = boardWith(anna)
    const moved = doing(doc, () => moveCase(doc, toAcute, asKarin()))
    markSeen(doc, { case: anna }, asSara(3_000))
    expect(undo(doc, moved)).toEqual(done)
    expect(fieldIn(doc, anna, 'seen').at).toBe(3_000)
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna'])
  })

  test('[B16] after somebody else changed it, nothing is touched', () => {
    const doc = boardWith(anna)
    const sent = doing(doc, () => sendHandback(doc, { case: anna, summary: 'Klar' }, asKarin()))
    moveCase(doc, { case: anna, to: 'today', before: null }, asSara(3_000))
    const before = caseIn(doc, anna)
    expect(undo(doc, sent)).toEqual(refused('changed-since'))
    expect(caseIn(doc, anna)).toEqual(before)
  })

  test('[B16] the same value set by another person is theirs, not mine to undo', () => {
    const doc = boardWith(anna)
    const moved = doing(doc, () => moveCase(doc, toAcute, asKarin(3_000)))
    moveCase(doc, { case: anna, to: 'today', before: null }, asSara(4_000))
    moveCase(doc, toAcute, asSara(5_000))
    expect(undo(doc, moved)).toEqual(refused('changed-since'))
  })

  test('[B16] a closed case is open again, in its lane', () => {
    const doc = boardWith(anna)
    setOutcome(doc, { case: anna, value: 'neither' }, asSara())
    const closed = doing(doc, () => closeCase(doc, { case: anna }, asKarin()))
    expect(undo(doc, closed)).toEqual(done)
    expect(caseIn(doc, anna).lane).toBe('incoming')
  })

  test('[B16] undoing a new case voids it', () => {
    const doc = boardWith()
    const created = doing(doc, () => createCase(doc, requestFor(anna), asKarin()))
    expect(undo(doc, created)).toEqual(done)
    const voided = { how: 'voided', reason: '', by: karin, at: 9_000 }
    expect(caseIn(doc, anna)).toMatchObject({ lane: 'done', closed: voided })
  })

  test.each([
    ['seen', (doc: Y.Doc) => markSeen(doc, { case: anna }, asSara(3_000))],
    ['moved', (doc: Y.Doc) => moveCase(doc, toAcute, asSara(3_000))],
    [
      'written in',
      (doc: Y.Doc) =>
        editSbar(doc, { case: anna, part: 'situation', text: 'Trött' }, asSara(3_000)),
    ],
    ['given a task', (doc: Y.Doc) => addTask(doc, { ...ecg, text: 'EKG' }, asSara(3_000))],
    [
      'commented on',
      (doc: Y.Doc) =>
        addComment(doc, { case: anna, comment: commentNumber(1), text: 'Åker' }, asSara(3_000)),
    ],
  ])('[B16] a new case that was %s by then stays', (_, act) => {
    const doc = boardWith()
    const created = doing(doc, () => createCase(doc, requestFor(anna), asKarin()))
    expect(act(doc)).toEqual(done)
    expect(undo(doc, created)).toEqual(refused('changed-since'))
    expect(caseIn(doc, anna).closed.how).toBeNull()
  })

  test('[B16] a new task is taken off, a done one waits, a removed one is back', () => {
    const doc = boardWith(anna)
    const added = doing(doc, () => addTask(doc, { ...ecg, text: 'EKG' }, asKarin()))
    expect(undo(doc, added)).toEqual(done)
    expect(caseIn(doc, anna).tasks).toEqual([])

    const other = { case: anna, task: taskNumber(2) }
    addTask(doc, { ...other, text: 'CRP' }, asKarin())
    const finished = doing(doc, () => setTaskDone(doc, { ...other, done: true }, asKarin()))
    expect(undo(doc, finished)).toEqual(done)
    const waiting = caseIn(doc, anna).tasks
    expect(waiting).toMatchObject([{ text: 'CRP', done: null, at: 9_000 }])

    const removed = doing(doc, () => removeTask(doc, other, asKarin()))
    expect(undo(doc, removed)).toEqual(done)
    expect(caseIn(doc, anna).tasks).toEqual(waiting)
  })

  test('[B16] a task that somebody else changed since stays', () => {
    const doc = boardWith(anna)
    const added = doing(doc, () => addTask(doc, { ...ecg, text: 'EKG' }, asKarin()))
    setTaskDone(doc, { ...ecg, done: true }, asSara(3_000))
    expect(undo(doc, added)).toEqual(refused('changed-since'))
    expect(caseIn(doc, anna).tasks).toHaveLength(1)
  })

  test('[B17] words and comments are not taken back', () => {
    const doc = boardWith(anna)
    const edit = { case: anna, part: 'situation', text: 'Trött' } as const
    const typed = doing(doc, () => editSbar(doc, edit, asKarin()))
    expect(undo(doc, typed)).toEqual(refused('nothing-changed'))
    expect(caseIn(doc, anna).sbar.situation).toBe('Trött')
  })

  test('[B16] undone apart from a later decision, both see one of the two whole', () => {
    const here = boardWith(anna)
    const edit = { case: anna, field: 'reason', value: { text: 'Fall' } } as const
    const edited = doing(here, () => editField(here, edit, asKarin()))
    const there = copyOf(here)
    undo(here, edited)
    editField(there, { ...edit, value: { text: 'Yrsel' } }, asSara())
    exchange(here, there)
    expect(['Feber, misstänkt pneumoni', 'Yrsel']).toContain(fieldIn(here, anna, 'reason').text)
    expect(fieldIn(there, anna, 'reason')).toEqual(fieldIn(here, anna, 'reason'))
  })

  test('[B7] what a field was before need not have been readable', () => {
    const doc = boardWith(anna)
    entryIn(doc, anna).set('reason', 'not an object')
    const edit = { case: anna, field: 'reason', value: { text: 'Fall' } } as const
    const edited = doing(doc, () => editField(doc, edit, asKarin()))
    expect(undo(doc, edited)).toEqual(done)
    expect(fieldIn(doc, anna, 'reason')).toEqual({ text: '', at: 9_000 })
  })

  test('[P1] an observer undoes nothing', () => {
    const doc = boardWith(anna)
    const moved = doing(doc, () => moveCase(doc, toAcute, asKarin()))
    const observer = { ...asKarin(9_000), role: 'observer' } as const
    expect(undo(doc, moved, observer)).toEqual(refused('not-allowed'))
  })
})
