import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { casesOf } from '../../shared/board-document.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { addTask } from '../../shared/commands/add-task.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { markSeen } from '../../shared/commands/mark-seen.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { prioritise } from '../../shared/commands/prioritise.ts'
import { setTaskDone } from '../../shared/commands/set-task-done.ts'
import { takeCase } from '../../shared/commands/take-case.ts'
import {
  anna,
  asKarin,
  asSara,
  berit,
  boardWith,
  commentNumber,
  copyOf,
  entryIn,
  fieldIn,
  karin,
  requestFor,
  sara,
  taskNumber,
} from './support/board.ts'

/** The changes of each transaction that happens meanwhile. */
function changesDuring(doc: Y.Doc, act: () => void): CaseChange[][] {
  const seen: CaseChange[][] = []
  const stop = observeChanges(doc, (changes) => seen.push(changes))
  act()
  stop()
  return seen
}

/** What another person's doings amount to, sent as one update. */
function updateOf(base: Y.Doc, act: (copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(base)
  act(copy)
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(base))
}

const task = taskNumber(1)

describe('observeChanges', () => {
  test('[B19] a new case is one change, whatever it holds', () => {
    const doc = boardWith()
    const seen = changesDuring(doc, () => createCase(doc, requestFor(anna), asKarin()))
    const as = entryIn(doc, anna).toJSON()
    expect(seen).toEqual([[{ kind: 'created', case: anna, as }]])
    expect(as).toMatchObject({ reason: { at: 2_000 }, sbar: { situation: '' }, tasks: {} })
  })

  test('[B19] a field changes from what it was to what it is', () => {
    const doc = boardWith(anna)
    const seen = changesDuring(doc, () =>
      prioritise(doc, { case: anna, level: 'acute' }, asSara(3_000)),
    )
    const from = { level: 'today', by: karin, at: 1_000 }
    const to = { level: 'acute', by: sara, at: 3_000 }
    expect(seen).toEqual([[{ kind: 'field', case: anna, field: 'priority', from, to }]])
  })

  test('[B19] one transaction is one notice, and a field set first comes from nothing', () => {
    const doc = boardWith(anna)
    const seen = changesDuring(doc, () =>
      doc.transact(() => takeCase(doc, { case: anna }, asSara(3_000))),
    )
    const [changes] = seen
    expect(seen).toHaveLength(1)
    expect(changes).toHaveLength(2)
    expect(changes).toContainEqual({
      kind: 'field',
      case: anna,
      field: 'doctor',
      from: undefined,
      to: { id: sara, at: 3_000 },
    })
  })

  test('[B17] a text says which part, and a comment what was added', () => {
    const doc = boardWith(anna)
    const seen = changesDuring(doc, () => {
      editSbar(doc, { case: anna, part: 'background', text: 'KOL' }, asKarin())
      addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, asKarin(3_000))
    })
    const added = [{ id: commentNumber(1), by: karin, at: 3_000, text: 'Ring' }]
    expect(seen).toEqual([
      [{ kind: 'text', case: anna, part: 'background', to: expect.any(String) as string }],
      [{ kind: 'comments', case: anna, added, removed: 0 }],
    ])
  })

  test('[B19] a task changes from what it was to what it is', () => {
    const doc = boardWith(anna)
    const seen = changesDuring(doc, () => {
      addTask(doc, { case: anna, task, text: 'EKG' }, asKarin(3_000))
      setTaskDone(doc, { case: anna, task, done: true }, asSara(4_000))
    })
    const added = { id: task, text: 'EKG', done: null, removed: false, addedAt: 3_000, at: 3_000 }
    const finished = { ...added, done: { by: sara, at: 4_000 }, at: 4_000 }
    expect(seen).toEqual([
      [{ kind: 'task', case: anna, task, from: undefined, to: added }],
      [{ kind: 'task', case: anna, task, from: added, to: finished }],
    ])
  })

  test('[B19] several changes of one field that arrive together are one, from first to last', () => {
    const doc = boardWith(anna)
    const from = fieldIn(doc, anna, 'place')
    const update = updateOf(doc, (copy) => {
      moveCase(copy, { case: anna, to: 'followup', before: null }, asKarin(3_000))
      moveCase(copy, { case: anna, to: 'today', before: null }, asKarin(4_000))
    })
    const seen = changesDuring(doc, () => Y.applyUpdate(doc, update))
    const to = fieldIn(doc, anna, 'place')
    expect(seen).toEqual([[{ kind: 'field', case: anna, field: 'place', from, to }]])
    expect(to.lane).toBe('today')
  })

  test('[B19] a case that arrives with all that was done to it is one new case', () => {
    const doc = boardWith(anna)
    const update = updateOf(doc, (copy) => {
      createCase(copy, requestFor(berit), asKarin())
      markSeen(copy, { case: berit }, asSara())
      editSbar(copy, { case: berit, part: 'situation', text: 'Trött' }, asKarin())
      addTask(copy, { case: berit, task, text: 'EKG' }, asKarin())
    })
    const seen = changesDuring(doc, () => Y.applyUpdate(doc, update))
    const as = entryIn(doc, berit).toJSON()
    expect(seen).toEqual([[{ kind: 'created', case: berit, as }]])
  })

  test('[B19] what arrives a second time, or loses to a decision taken apart, is no change', () => {
    const doc = boardWith(anna)
    const level = updateOf(doc, (copy) =>
      prioritise(copy, { case: anna, level: 'acute' }, asSara()),
    )
    const other = updateOf(doc, (copy) =>
      prioritise(copy, { case: anna, level: 'planned' }, asKarin()),
    )
    const seen = changesDuring(doc, () => {
      for (const update of [level, other, level, other]) Y.applyUpdate(doc, update)
    })
    const values = seen.flat().map((change) => change.kind === 'field' && change.to)
    expect(values.at(-1)).toEqual(entryIn(doc, anna).get('priority'))
    expect(values.length).toBeLessThanOrEqual(2)
  })

  test('[B7] what is no case at all is passed over', () => {
    const doc = boardWith(anna)
    const cases = casesOf(doc) as Y.Map<unknown>
    const seen = changesDuring(doc, () => {
      const text = new Y.Text('x')
      cases.set('not an id', 1)
      cases.set(berit, text)
      text.setAttribute('bold', true)
      entryIn(doc, anna).set('tasks', new Y.Text('y'))
      ;(entryIn(doc, anna).get('tasks') as Y.Text).setAttribute('bold', true)
    })
    expect(seen.flat().map((change) => change.kind)).toEqual(['created', 'field'])
  })

  test('[B2] a case that somebody removes is noticed', () => {
    const doc = boardWith(anna)
    const seen = changesDuring(doc, () => casesOf(doc).delete(anna))
    expect(seen).toEqual([[{ kind: 'removed', case: anna }]])
  })

  test('what others do is passed over for who asks about what is done here', () => {
    const doc = boardWith(anna)
    const seen: CaseChange[][] = []
    const stop = observeChanges(doc, (changes) => seen.push(changes), 'own')
    const update = updateOf(doc, (copy) =>
      prioritise(copy, { case: anna, level: 'acute' }, asSara()),
    )
    Y.applyUpdate(doc, update)
    expect(seen).toEqual([])
    prioritise(doc, { case: anna, level: 'planned' }, asKarin(4_000))
    expect(seen.flat()).toMatchObject([{ kind: 'field', to: { level: 'planned' } }])
    stop()
  })
})
