import type { Case } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { BoardState } from '../../state/board.svelte.ts'

/** The cases that are marked to be changed together, each as it was when it was marked. */
export class Selection {
  readonly #board: Pick<BoardState, 'case'>
  #marked = $state.raw<readonly Case[]>([])
  #choosing = $state(false)
  #last: Case | null = null

  constructor(board: Pick<BoardState, 'case'>) {
    this.#board = board
  }

  /** Those that are still open, in the order in which they were marked. */
  readonly cases: readonly Case[] = $derived.by(() =>
    this.#marked.filter(({ id }) => this.#board.case(id)?.closed.how === null),
  )

  /** Whether a tap on a card marks it instead of opening it. */
  get choosing(): boolean {
    return this.#choosing
  }

  get active(): boolean {
    return this.#choosing || this.cases.length > 0
  }

  /** The case that was marked or unmarked last. */
  get last(): CaseId | null {
    return this.#last?.id ?? null
  }

  has(id: CaseId): boolean {
    return this.#marked.some((one) => one.id === id)
  }

  /** Lets cards be marked by tapping them. */
  choose(): void {
    this.#choosing = true
  }

  toggle(one: Case): void {
    this.#last = one
    this.#marked = this.has(one.id)
      ? this.#marked.filter(({ id }) => id !== one.id)
      : [...this.#marked, one]
  }

  /** Marks everything from the last marked one to this, where both stand among these. */
  extend(one: Case, among: readonly Case[]): void {
    const ends = [this.#last, one].map((end) => among.findIndex(({ id }) => id === end?.id))
    if (ends.includes(-1)) return this.toggle(one)
    this.#last = one
    const between = among.slice(Math.min(...ends), Math.max(...ends) + 1)
    this.#marked = [...this.#marked, ...between.filter(({ id }) => !this.has(id))]
  }

  /** Keeps only these marked, as they are now. */
  settle(left: readonly CaseId[]): void {
    this.#marked = left.flatMap((id) => this.#board.case(id) ?? [])
    if (this.#marked.length === 0) this.#choosing = false
  }

  clear(): void {
    this.#choosing = false
    this.#marked = []
  }
}
