import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { casesOf, metaOf, readPeople, readSettings, tasksOf } from '../../shared/board-document.ts'
import { readCase, readCases } from '../../shared/read-case.ts'
import { NO_SETTINGS } from '../../shared/board.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  cameAt,
  caseIn,
  cleo,
  commentNumber,
  copyOf,
  entryIn,
  requestFor,
  taskNumber,
} from './support/board.ts'

describe('readCase', () => {
  test('[B7] a field that does not parse reads as unset and hides nothing else', () => {
    const doc = boardWith(anna)
    const entry = entryIn(doc, anna)
    entry.set('reason', { text: 5, at: 1 })
    entry.set('priority', 'acute')
    entry.set('visit', { start: 1, joint: true, crew: [], at: 1, extra: 1 })
    entry.set('place', { lane: 'acute', rank: 'no rank', at: 1 })
    expect(caseIn(doc, anna)).toMatchObject({
      patient: { label: 'Anna' },
      reason: EMPTY_FIELDS.reason,
      priority: EMPTY_FIELDS.priority,
      visit: EMPTY_FIELDS.visit,
      lane: 'incoming',
    })
  })

  test('[B7] missing texts, tasks and comments read as empty, bad ones are left out', () => {
    const doc = boardWith(anna)
    const entry = entryIn(doc, anna)
    entry.set('sbar', 'x')
    entry.set('tasks', new Y.Map([['one', { text: 'EKG' }]]))
    ;(entry.get('comments') as Y.Array<unknown>).push(['hej', null])
    const nothing = { situation: '', background: '', assessment: '', recommendation: '' }
    expect(caseIn(doc, anna)).toMatchObject({ sbar: nothing, tasks: [], comments: [] })
  })

  test('[B7] two comments with one id, or a task under another’s, are read once', () => {
    const doc = boardWith(anna)
    const ecg = { case: anna, task: taskNumber(1), text: 'EKG' }
    const comment = { case: anna, comment: commentNumber(1), text: 'Ring' }
    addTask(doc, ecg, asKarin())
    tasksOf(entryIn(doc, anna))?.set('other', { ...caseIn(doc, anna).tasks[0], text: 'CRP' })
    addComment(doc, comment, asKarin())
    addComment(doc, { ...comment, text: 'Vänta' }, asKarin())
    expect(caseIn(doc, anna).tasks.map((one) => one.text)).toEqual(['EKG'])
    expect(caseIn(doc, anna).comments.map((one) => one.text)).toEqual(['Ring'])
  })

  test('[B7] what is no case is not read', () => {
    const doc = boardWith(anna)
    const cases = casesOf(doc) as Y.Map<unknown>
    cases.set('not-an-id', new Y.Map())
    cases.set(berit, 'a string')
    cases.set(cleo, new Y.Text('x'))
    expect(readCases(doc).map((one) => one.id)).toEqual([anna])
    expect(readCase(doc, berit)).toBeNull()
  })

  test('[B19] the server’s record is read once it is there and sound', () => {
    const doc = boardWith(anna)
    expect(caseIn(doc, anna).meta).toBeNull()
    metaOf(doc).set(anna, { code: 'x' })
    expect(caseIn(doc, anna).meta).toBeNull()
    cameAt(doc, anna, 500)
    expect(caseIn(doc, anna).meta).toMatchObject({ code: 'H-07', createdAt: 500 })
  })

  test('[B1] a document that uses the roots for something else reads as empty', () => {
    const doc = new Y.Doc()
    doc.getArray('cases').push([1])
    doc.getText('meta').insert(0, 'x')
    const board = copyOf(doc)
    expect(readCases(board)).toEqual([])
    expect(readPeople(board)).toEqual(new Map())
    expect(readSettings(board)).toEqual(NO_SETTINGS)
  })

  test('what is looked at later reads as it was when the case was read', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 500)
    const before = caseIn(doc, anna)
    entryIn(doc, anna).set('reason', { text: 'Dropp', at: 3_000 })
    addTask(doc, { case: anna, task: taskNumber(1), text: 'Ta prover' }, asKarin())
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Hej' }, asSara())
    metaOf(doc).delete(anna)
    const after = caseIn(doc, anna)
    const { reason } = requestFor(anna)
    expect(before).toMatchObject({ reason: { text: reason }, tasks: [], comments: [], meta: {} })
    expect(after).toMatchObject({
      reason: { text: 'Dropp' },
      tasks: [{}],
      comments: [{}],
      meta: null,
    })
  })
})
