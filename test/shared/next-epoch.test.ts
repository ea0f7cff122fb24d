import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  boardOf,
  caseIds,
  entryOf,
  metaOf,
  peopleOf,
  readMeta,
  readPeople,
  readSettings,
} from '../../shared/board-document.ts'
import { readCase, readCases } from '../../shared/read-case.ts'
import { readArchived } from '../../shared/archive.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { closeCase } from '../../shared/commands/close-case.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { removeTask } from '../../shared/commands/remove-task.ts'
import { setOutcome } from '../../shared/commands/set-outcome.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import { voidCase } from '../../shared/commands/void-case.ts'
import { userId, type CaseId } from '../../shared/ids.ts'
import { boardDayOf, hasLeftovers, nextEpoch } from '../../shared/next-epoch.ts'
import { momentOf } from '../../shared/team-time.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  caseIn,
  cameAt,
  cleo,
  commentNumber,
  doris,
  entryIn,
  karin,
  sara,
  taskNumber,
} from './support/board.ts'

const EVENING = momentOf('2026-03-10', '16:00')
const NIGHT = momentOf('2026-03-11', '03:00')
const MINUTE_MS = 60_000

const close = (doc: Y.Doc, id: CaseId, at = EVENING) => {
  setOutcome(doc, { case: id, value: 'neither' }, asSara(at - 1))
  closeCase(doc, { case: id }, asSara(at))
}

describe('the day of a board', () => {
  test.each([
    ['02:59', '2026-03-10'],
    ['03:00', '2026-03-11'],
    ['23:59', '2026-03-11'],
  ])('[E1] at %s is %s', (clock, day) => {
    expect(boardDayOf(momentOf('2026-03-11', clock))).toBe(day)
  })

  test('[E1] begins at three by the team’s clock also when that is put forward', () => {
    expect(boardDayOf(Date.UTC(2026, 2, 29, 0, 59))).toBe('2026-03-28')
    expect(boardDayOf(Date.UTC(2026, 2, 29, 1, 0))).toBe('2026-03-29')
  })
})

describe('what ended', () => {
  test('[E1] leaves at three in the night after the day on which it ended', () => {
    const doc = boardWith(anna)
    close(doc, anna)
    expect(hasLeftovers(doc, EVENING)).toBe(false)
    expect(hasLeftovers(doc, NIGHT - MINUTE_MS)).toBe(false)
    expect(hasLeftovers(doc, NIGHT)).toBe(true)
  })

  test('[E1] past midnight stays for the day that follows', () => {
    const doc = boardWith(anna)
    close(doc, anna, momentOf('2026-03-11', '01:30'))
    expect(hasLeftovers(doc, NIGHT)).toBe(false)
    expect(caseIds(nextEpoch(doc, NIGHT).doc)).toEqual([anna])
  })

  test('[E2] goes to the archive, closed or voided, and what is open is carried over', () => {
    const doc = boardWith(anna, berit, cleo)
    close(doc, anna)
    voidCase(doc, { case: berit, reason: 'Dubblett' }, asKarin(EVENING))
    const next = nextEpoch(doc, NIGHT)
    expect(caseIds(next.doc)).toEqual([cleo])
    expect(next.carried).toBe(1)
    expect(next.left.map(({ id }) => id).sort()).toEqual([anna, berit])
  })
})

describe('an open case', () => {
  test('[E2] is carried over whole, each value with its own time', () => {
    const doc = boardWith(anna, berit)
    moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(3_000))
    takeCase(doc, { case: anna }, asSara(4_000))
    editSbar(doc, { case: anna, part: 'situation', text: 'Feber i natt' }, asKarin())
    addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, asKarin(5_000))
    setTaskDone(doc, { case: anna, task: taskNumber(1), done: true }, asKarin(6_000))
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Hej' }, asKarin(7_000))
    cameAt(doc, anna, 1_000)
    const next = nextEpoch(doc, NIGHT)
    expect(readCases(next.doc)).toEqual(readCases(doc))
  })

  test('[E2] can be worked on like any other', () => {
    const doc = boardWith(anna)
    const { doc: next } = nextEpoch(doc, NIGHT)
    editSbar(next, { case: anna, part: 'background', text: 'KOL' }, asKarin())
    addTask(next, { case: anna, task: taskNumber(2), text: 'Syrgas' }, asKarin())
    addComment(next, { case: anna, comment: commentNumber(2), text: 'Hej' }, asKarin())
    const one = caseIn(next, anna)
    expect(one.sbar.background).toBe('KOL')
    expect([one.tasks.length, one.comments.length]).toEqual([1, 1])
  })

  test('[E2] leaves behind what does not parse and what was removed', () => {
    const doc = boardWith(anna)
    addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, asKarin())
    removeTask(doc, { case: anna, task: taskNumber(1) }, asKarin())
    entryIn(doc, anna).set('reason', { text: 10n })
    entryIn(doc, anna).set('joke', 'yes')
    const { doc: next } = nextEpoch(doc, NIGHT)
    expect(entryIn(next, anna).has('joke')).toBe(false)
    expect(entryIn(next, anna).has('reason')).toBe(false)
    expect((entryIn(next, anna).get('tasks') as Y.Map<unknown>).size).toBe(0)
  })
})

describe('the next epoch’s document', () => {
  test('[E2] has the settings, and the people whom its cases name', () => {
    const doc = boardWith(anna, berit)
    close(doc, berit)
    const person = (id: string) => ({
      id: userId.parse(id),
      name: id,
      initials: 'X',
      role: 'nurse',
    })
    for (const id of ['karin', 'sara', 'olle']) peopleOf(doc).set(id, person(id))
    boardOf(doc).set('name', 'Kungsbacka')
    const { doc: next, left } = nextEpoch(doc, NIGHT)
    expect(readSettings(next).name).toBe('Kungsbacka')
    expect([...readPeople(next).keys()]).toEqual([karin])
    expect(left[0]?.people.map(({ id }) => id)).toEqual([karin, sara])
  })

  test('[E2] has nothing of the old one’s history: no client, no trace of what was removed', () => {
    const doc = boardWith(anna)
    for (let i = 0; i < 50; i++)
      moveCase(doc, { case: anna, to: i % 2 ? 'acute' : 'today', before: null }, asKarin(3_000 + i))
    const { doc: next } = nextEpoch(doc, NIGHT)
    const clients = [...Y.decodeStateVector(Y.encodeStateVector(next)).keys()]
    expect(clients).toEqual([1])
    expect(next.store.clients.get(1)?.some(({ deleted }) => deleted)).toBe(false)
  })

  test('[E2] has each case, with what the server wrote of it, as a Yjs client of its own', () => {
    const doc = boardWith(anna, berit)
    for (const id of [anna, berit]) cameAt(doc, id, EVENING)
    boardOf(doc).set('name', 'Kungsbacka')
    const { doc: next } = nextEpoch(doc, NIGHT)
    const others = Y.decodeStateVector(Y.encodeStateVector(next))
    others.delete(entryOf(next, berit)?._item?.id.client ?? 0)
    const alone = new Y.Doc()
    Y.applyUpdate(alone, Y.encodeStateAsUpdate(next, Y.encodeStateVector(others)))
    expect(caseIn(alone, berit)).toEqual(caseIn(next, berit))
    expect([caseIds(alone), [...boardOf(alone).keys()]]).toEqual([[berit], []])
  })

  test('[E2] remembers for a month that a case was there, and not what it was about', () => {
    const doc = boardWith(anna, berit)
    for (const id of [anna, berit]) close(doc, id)
    cameAt(doc, anna, NIGHT - 86_400_000)
    cameAt(doc, berit, NIGHT - 40 * 86_400_000)
    const { doc: next } = nextEpoch(doc, NIGHT)
    expect([readMeta(next, anna)?.code, readMeta(next, berit)]).toEqual(['H-07', null])
    expect([...metaOf(next).keys()]).toEqual([anna])
    expect(entryOf(next, anna)).toBeNull()
  })
})

test('[E3] an archived case reads as it did on its board', () => {
  const doc = boardWith(doris)
  editSbar(doc, { case: doris, part: 'assessment', text: 'Stabil' }, asKarin())
  addComment(doc, { case: doris, comment: commentNumber(1), text: 'Hej' }, asKarin())
  close(doc, doris)
  cameAt(doc, doris, 1_000)
  const [left] = nextEpoch(doc, NIGHT).left
  if (!left) throw new Error('nothing was left')
  const rested = JSON.parse(JSON.stringify(left)) as typeof left
  expect(readArchived(rested)).toEqual(readCase(doc, doris))
})
