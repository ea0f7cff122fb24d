import { createContext } from 'svelte'
import type { Outcome } from '../../shared/outcome.ts'
import type { Superseded } from '../../shared/ruling.ts'
import type { Undoable } from '../../shared/undo.ts'
import { atOf } from './newest.ts'

export const UNDO_MS = 10_000

/** The user's own last change, for as long as it can be undone. */
export class UndoState {
  readonly #revert: (changes: readonly Undoable[]) => Outcome
  readonly #undone: () => void
  #last = $state.raw<readonly Undoable[] | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param revert puts the values back, or refuses when somebody changed them since
   * @param undone says that it is done
   */
  constructor(revert: (changes: readonly Undoable[]) => Outcome, undone: () => void) {
    this.#revert = revert
    this.#undone = undone
  }

  get possible(): boolean {
    return this.#last !== null
  }

  record(changes: readonly Undoable[]): void {
    clearTimeout(this.#timer)
    this.#last = changes
    this.#timer = setTimeout(() => (this.#last = null), UNDO_MS)
  }

  /** Null when there is nothing to undo any more. */
  undo(): Outcome | null {
    const changes = this.#last
    if (changes === null) return null
    clearTimeout(this.#timer)
    this.#last = null
    const outcome = this.#revert(changes)
    if (outcome.ok) this.#undone()
    return outcome
  }

  /** What never came to stand cannot be undone. True when that was what could be. */
  forget(ruling: Superseded): boolean {
    if (!this.#last?.some((change) => isOf(change, ruling))) return false
    this.destroy()
    return true
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#last = null
  }
}

/** Whether a change is the one that a ruling is about. */
export function isOf(change: Undoable, { case: id, part, yours }: Superseded): boolean {
  if (change.kind === 'setting' || change.case !== id) return false
  if (change.kind === 'field') return change.field === part && atOf(change.to) === yours.at
  return change.kind === 'task' && `tasks.${change.task}` === part && atOf(change.to) === yours.at
}

export const [getUndo, setUndo] = createContext<UndoState>()
