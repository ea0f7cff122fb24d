import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  boardOf,
  casesOf,
  laneOf,
  metaOf,
  peopleOf,
  readCase,
  readCases,
  readLane,
  readPeople,
  readSettings,
  tasksOf,
} from '../../shared/board-document.ts'
import { NO_SETTINGS } from '../../shared/board.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { reopenCase } from '../../shared/commands/reopen-case.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { rank } from '../../shared/rank.ts'
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
  karin,
  labelsIn,
  taskNumber,
} from './support/board.ts'

const place = (lane: 'incoming' | 'acute', at: string) => ({ lane, rank: rank.parse(at), at: 1 })

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
})

describe('laneOf', () => {
  test.each(['closed', 'voided'] as const)('[B8] a %s case stands in done', (how) => {
    const closed = { ...EMPTY_FIELDS.closed, how }
    expect(laneOf({ place: place('acute', 'a0'), closed })).toBe('done')
  })

  test('[B8] an open case stands where its place says', () => {
    expect(laneOf({ ...EMPTY_FIELDS, place: place('acute', 'a0') })).toBe('acute')
  })
})

describe('readLane', () => {
  test('[B5] cases stand by rank, and by id where ranks are equal', () => {
    const doc = boardWith(anna, berit, cleo)
    entryIn(doc, anna).set('place', place('incoming', 'a1'))
    entryIn(doc, berit).set('place', place('incoming', 'a1'))
    entryIn(doc, cleo).set('place', place('incoming', 'Zz'))
    expect(labelsIn(doc, 'incoming')).toEqual(['Cleo', 'Anna', 'Berit'])
  })

  test('[B5] in done the latest ended stands first', () => {
    const doc = boardWith(anna, berit, cleo)
    for (const [id, at] of [
      [anna, 5_000],
      [berit, 6_000],
      [cleo, 7_000],
    ] as const)
      finishCase(doc, { case: id, outcome: 'neither' }, asSara(at))
    expect(labelsIn(doc, 'done')).toEqual(['Cleo', 'Berit', 'Anna'])
    reopenCase(doc, { case: cleo, to: 'incoming' }, asSara(8_000))
    reopenCase(doc, { case: berit, to: 'incoming' }, asSara(9_000))
    expect(readLane(doc, 'incoming').map(({ id }) => id)).toEqual([cleo, berit])
  })
})

describe('readPeople and readSettings', () => {
  test('[B1] team members are read by id, and what is none is left out', () => {
    const doc = boardWith()
    const person = { id: karin, name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' }
    peopleOf(doc).set(karin, person)
    peopleOf(doc).set('nobody', { ...person, role: 'queen' })
    expect([...readPeople(doc)]).toEqual([[karin, person]])
  })

  test('[B7] one unreadable setting leaves the others', () => {
    const doc = boardWith()
    boardOf(doc).set('name', 5)
    boardOf(doc).set('phone', '070-174 06 00')
    boardOf(doc).set('labels', { acute: 'Nu' })
    const settings = { ...NO_SETTINGS, phone: '070-174 06 00', labels: { acute: 'Nu' } }
    expect(readSettings(doc)).toEqual(settings)
  })
})
