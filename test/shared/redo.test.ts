import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import { metaOf } from '../../shared/board-document.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { markSeen } from '../../shared/commands/mark-seen.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { removeTask } from '../../shared/commands/remove-task.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { nextEpoch } from '../../shared/next-epoch.ts'
import { redo } from '../../shared/redo.ts'
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
  copyOf,
  fieldIn,
  karin,
  labelsIn,
  movedBy,
  requestFor,
  sara,
  taskNumber,
} from './support/board.ts'

/** The board of the next day, and what somebody did on that of the day before without contact. */
function night(before: (doc: Y.Doc) => void, away: (doc: Y.Doc) => void) {
  const evening = boardWith(anna, berit)
  before(evening)
  const tablet = copyOf(evening)
  const changes: CaseChange[] = []
  observeChanges(tablet, (seen) => changes.push(...seen))
  away(tablet)
  const { doc } = nextEpoch(evening, Date.now())
  return { doc, changes, redone: (stamp: Stamp = asKarin()) => redo(doc, changes, stamp) }
}
const nothing = () => undefined
const nothingLeft = { stranded: [], superseded: [] }
const task = { case: anna, task: taskNumber(1) }

describe('what was done on an epoch that is gone', () => {
  test('[O7] is done on the new one, each value with its own time', () => {
    const { doc, redone } = night(
      (evening) => addTask(evening, { ...task, text: 'Dropp' }, asKarin()),
      (tablet) => {
        moveCase(tablet, { case: anna, to: 'acute', before: null }, asKarin(5_000))
        markSeen(tablet, { case: anna }, asSara(5_001))
        setTaskDone(tablet, { ...task, done: true }, asKarin(5_002))
        addComment(tablet, { case: anna, comment: commentNumber(1), text: 'Hej' }, asKarin(5_003))
        createCase(tablet, requestFor(cleo), asKarin(5_004))
        prioritise(tablet, { case: cleo, level: 'acute' }, asKarin(5_005))
      },
    )
    expect(redone(asSara())).toEqual(nothingLeft)
    expect(labelsIn(doc, 'acute')).toEqual(['Anna'])
    expect(fieldIn(doc, anna, 'place').at).toBe(5_000)
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: sara, at: 5_001 })
    expect(caseIn(doc, anna).tasks[0]?.done).toEqual({ by: karin, at: 5_002 })
    expect(caseIn(doc, anna).comments).toMatchObject([{ text: 'Hej', at: 5_003 }])
    expect(fieldIn(doc, cleo, 'priority')).toMatchObject({ level: 'acute', at: 5_005 })
  })

  test('[O7] is done once, however often it comes', () => {
    const { doc, redone } = night(nothing, (tablet) => {
      moveCase(tablet, { case: anna, to: 'today', before: null }, asKarin(5_000))
      addComment(tablet, { case: anna, comment: commentNumber(1), text: 'Hej' }, asKarin(5_001))
      createCase(tablet, requestFor(cleo), asKarin(5_002))
      editSbar(tablet, { case: anna, part: 'situation', text: 'Feber' }, asKarin())
    })
    redone()
    const before = Y.encodeStateVector(doc)
    expect(redone()).toEqual(nothingLeft)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  test('[O7] [A6] gives way to what was decided later, and that is told', () => {
    const { doc, redone } = night(nothing, (tablet) => {
      moveCase(tablet, { case: anna, to: 'followup', before: null }, asKarin(5_000))
    })
    cameAt(doc, anna, 1_000)
    moveCase(doc, { case: anna, to: 'today', before: null }, asSara(6_000))
    movedBy(doc, anna, sara, 6_000)
    expect(redone()).toMatchObject({
      stranded: [],
      superseded: [
        {
          ...{ because: 'newer', case: anna, part: 'place' },
          kept: { value: { lane: 'today' }, at: 6_000, by: sara },
          yours: { value: { lane: 'followup' }, at: 5_000 },
        },
      ],
    })
    expect(labelsIn(doc, 'today')).toEqual(['Anna'])
  })

  test('[O7] to a case that has left the board is stranded, and a new one of that name is not made', () => {
    const { doc, redone, changes } = night(nothing, (tablet) => {
      createCase(tablet, requestFor(cleo), asKarin(5_000))
      prioritise(tablet, { case: cleo, level: 'acute' }, asKarin(5_001))
    })
    cameAt(doc, cleo, 5_000) // it arrived, and has left since
    expect(redone()).toEqual({ stranded: changes, superseded: [] })
    expect(metaOf(doc).has(cleo)).toBe(true)
    expect(labelsIn(doc, 'incoming')).toEqual(['Anna', 'Berit'])
  })

  test('[O7] brings no task back that was removed', () => {
    const { doc, redone, changes } = night(
      (evening) => {
        addTask(evening, { ...task, text: 'Dropp' }, asKarin())
      },
      (tablet) => setTaskDone(tablet, { ...task, done: true }, asKarin(5_000)),
    )
    removeTask(doc, task, asKarin(4_000))
    const { doc: later } = nextEpoch(doc, Date.now())
    expect(redo(later, changes, asKarin()).stranded).toEqual(changes)
    redone()
    expect(caseIn(later, anna).tasks).toEqual([])
  })

  test('[O7] is stranded whole where the person may not write any more', () => {
    const { redone, changes } = night(nothing, (tablet) => {
      moveCase(tablet, { case: anna, to: 'acute', before: null }, asKarin(5_000))
    })
    expect(redone({ ...asKarin(), role: 'observer' }).stranded).toEqual(changes)
  })
})

describe('words in SBAR', () => {
  const situation = (doc: Y.Doc, text: string) =>
    editSbar(doc, { case: anna, part: 'situation', text }, asKarin())

  test('[O7] that were only added are added', () => {
    const { doc, redone } = night(
      (evening) => situation(evening, 'Feber sedan i går.'),
      (tablet) => situation(tablet, 'Feber sedan i går. Hostar.'),
    )
    expect(redone()).toEqual(nothingLeft)
    expect(caseIn(doc, anna).sbar.situation).toBe('Feber sedan i går. Hostar.')
  })

  test('[O7] that would take others’ away are told with how they read', () => {
    const { doc, redone } = night(
      (evening) => situation(evening, 'Feber.'),
      (tablet) => situation(tablet, 'Feber. Hostar.'),
    )
    situation(doc, 'Feber och frossa.')
    const text = { kind: 'text', case: anna, part: 'situation', to: 'Feber. Hostar.' }
    expect(redone()).toEqual({ stranded: [text], superseded: [] })
    expect(caseIn(doc, anna).sbar.situation).toBe('Feber och frossa.')
  })
})
