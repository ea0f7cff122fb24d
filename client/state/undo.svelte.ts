import { createContext } from 'svelte'
import type { CaseChange } from '../../shared/changes.ts'
import type { Outcome } from '../../shared/outcome.ts'

export const UNDO_MS = 10_000

/** The user's own last change, for as long as it can be undone. */
export class UndoState {
  readonly #revert: (changes: readonly CaseChange[]) => Outcome
  readonly #undone: () => void
  #last = $state.raw<readonly CaseChange[] | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param revert puts the values back, or refuses when somebody changed them since
   * @param undone says that it is done
   */
  constructor(revert: (changes: readonly CaseChange[]) => Outcome, undone: () => void) {
    this.#revert = revert
    this.#undone = undone
  }

  get possible(): boolean {
    return this.#last !== null
  }

  record(changes: readonly CaseChange[]): void {
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

  destroy(): void {
    clearTimeout(this.#timer)
  }
}

export const [getUndo, setUndo] = createContext<UndoState>()
