import type { BoardId } from '../../shared/ids.ts'
import type { Recheck, RecheckAnswer } from '../../shared/rechecks.ts'
import type { Api } from '../net/api.ts'
import type { Answer, Failure } from '../net/requests.ts'
import { UNDO_MS } from './undo.svelte.ts'

type Questions = Pick<Api, 'recheckCount' | 'rechecks' | 'answerRecheck' | 'withdrawRecheck'>

/** What is to be asked about closed cases; the list itself is read, and logged, only when opened. */
export class Rechecks {
  readonly #api: Questions
  readonly #board: BoardId
  #due = $state(0)
  #all = $state.raw<readonly Recheck[] | null>(null)
  #given = $state.raw<Readonly<Record<string, RecheckAnswer>>>({})
  /** The last one answered, for as long as that can be undone. */
  #undoable = $state<string | null>(null)
  #failure = $state<Failure | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Questions, board: BoardId) {
    this.#api = api
    this.#board = board
  }

  get due(): number {
    return this.#due
  }

  /** Null until the server has answered. */
  get all(): readonly Recheck[] | null {
    return this.#all
  }

  get failure(): Failure | null {
    return this.#failure
  }

  /** What was answered since the list was opened. */
  answerTo({ id }: Recheck): RecheckAnswer | null {
    return this.#given[id] ?? null
  }

  mayUndo({ id }: Recheck): boolean {
    return this.#undoable === id
  }

  /** How many there are; without contact it stays what it was. */
  async count(): Promise<void> {
    const answer = await this.#api.recheckCount(this.#board)
    if (answer.ok) this.#due = answer.value.due
  }

  async load(): Promise<void> {
    this.#all = null
    this.#given = {}
    this.#forget()
    const answer = await this.#api.rechecks(this.#board)
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok) return
    this.#all = answer.value
    await this.count()
  }

  /** True when it is kept. Somebody else may have been faster: then the list is read anew. */
  async answer({ id }: Recheck, answer: RecheckAnswer): Promise<boolean> {
    if (!(await this.#did(this.#api.answerRecheck(this.#board, id, answer)))) return false
    this.#given = { ...this.#given, [id]: answer }
    this.#due--
    this.#forget()
    this.#undoable = id
    this.#timer = setTimeout(() => (this.#undoable = null), UNDO_MS)
    return true
  }

  async undo({ id }: Recheck): Promise<void> {
    if (!(await this.#did(this.#api.withdrawRecheck(this.#board, id)))) return
    this.#given = Object.fromEntries(Object.entries(this.#given).filter(([one]) => one !== id))
    this.#due++
    this.#forget()
  }

  destroy(): void {
    this.#forget()
  }

  async #did(asked: Promise<Answer<undefined>>): Promise<boolean> {
    const answer = await asked
    if (!answer.ok && answer.failure === 'not-found') await this.load()
    else this.#failure = answer.ok ? null : answer.failure
    return answer.ok
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#undoable = null
  }
}
