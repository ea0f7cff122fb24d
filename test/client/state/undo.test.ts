import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UndoState } from '../../../client/state/undo.svelte.ts'
import type { CaseChange } from '../../../shared/changes.ts'
import { done, refused, type Outcome } from '../../../shared/outcome.ts'
import { anna } from '../../shared/support/board.ts'

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
