import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { UndoState } from '../../../client/state/undo.svelte.ts'
import type { CaseChange } from '../../../shared/changes.ts'
import { done, refused, type Outcome } from '../../../shared/outcome.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import { anna, berit, taskNumber } from '../../shared/support/board.ts'

const moved: CaseChange[] = [{ kind: 'field', case: anna, field: 'place', from: null, to: null }]
const seen: CaseChange[] = [{ kind: 'field', case: anna, field: 'seen', from: null, to: null }]

function undoWith(outcome: Outcome = done) {
  const revert = vi.fn(() => outcome)
  const undone = vi.fn()
  return { undo: new UndoState(revert, undone), revert, undone }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('[U9] the last change is taken back, once', () => {
  const { undo, revert, undone } = undoWith()
  undo.record(moved)
  undo.record(seen)
  expect(undo.undo()).toEqual(done)
  expect(undo.undo()).toBeNull()
  expect(revert).toHaveBeenCalledExactlyOnceWith(seen)
  expect(undone).toHaveBeenCalledOnce()
})

test('[U9] it can be taken back for ten seconds', () => {
  const { undo } = undoWith()
  undo.record(moved)
  vi.advanceTimersByTime(9_999)
  expect(undo.possible).toBe(true)
  vi.advanceTimersByTime(1)
  expect(undo.possible).toBe(false)
  expect(undo.undo()).toBeNull()
})

test('[U9] a newer change starts the ten seconds over', () => {
  const { undo } = undoWith()
  undo.record(moved)
  vi.advanceTimersByTime(9_000)
  undo.record(seen)
  vi.advanceTimersByTime(9_000)
  expect(undo.undo()).toEqual(done)
})

test('[B16] what somebody has changed since is not said to be undone', () => {
  const { undo, undone } = undoWith(refused('changed-since'))
  undo.record(moved)
  expect(undo.undo()).toEqual(refused('changed-since'))
  expect(undone).not.toHaveBeenCalled()
})

describe('what never came to stand', () => {
  const written = { lane: 'acute', rank: 'a0', at: 1_000 }
  const move: CaseChange = { kind: 'field', case: anna, field: 'place', from: null, to: written }
  const tick: CaseChange = {
    kind: 'task',
    case: anna,
    task: taskNumber(1),
    from: null,
    to: { at: 1_000 },
  }
  const ruling: Superseded = {
    kind: 'superseded',
    because: 'newer',
    case: anna,
    part: 'place',
    kept: { value: null, at: 2_000, by: null },
    yours: { value: null, at: 1_000 },
  }
  const ofTask = { ...ruling, part: `tasks.${taskNumber(1)}` }

  test.each([
    [move, ruling],
    [tick, ofTask],
  ])('[U18] is not offered to be undone', (change, ruling) => {
    const { undo, revert } = undoWith()
    undo.record([change])
    expect(undo.forget(ruling)).toBe(true)
    expect(undo.possible).toBe(false)
    expect(undo.undo()).toBeNull()
    expect(revert).not.toHaveBeenCalled()
  })

  test.each([
    ['another case', { ...ruling, case: berit }],
    ['another part', { ...ruling, part: 'priority' }],
    ['an earlier change', { ...ruling, yours: { value: null, at: 900 } }],
    ['a task', ofTask],
  ])('[U18] leaves the offer alone when it is %s', (_, ruling) => {
    const { undo } = undoWith()
    undo.record([move])
    expect(undo.forget(ruling)).toBe(false)
    expect(undo.possible).toBe(true)
  })
})
