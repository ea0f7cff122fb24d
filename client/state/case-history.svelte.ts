import type { HistoryLine } from '../../shared/history.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import type { Api } from '../net/api.ts'
import type { Failure } from '../net/requests.ts'

/** A case's history as the server's log has it. Asking for it is logged as opening the case. */
export class CaseHistory {
  readonly #api: Pick<Api, 'history'>
  readonly #board: BoardId
  readonly #case: CaseId
  #lines = $state.raw<readonly HistoryLine[] | null>(null)
  #before = $state.raw<number | null>(null)
  #failure = $state.raw<Failure | null>(null)
  #asking = false

  constructor(api: Pick<Api, 'history'>, board: BoardId, id: CaseId) {
    this.#api = api
    this.#board = board
    this.#case = id
  }

  /** Newest first, as far back as was asked for; null until the server has answered. */
  get lines(): readonly HistoryLine[] | null {
    return this.#lines
  }

  get hasOlder(): boolean {
    return this.#before !== null
  }

  /** Why the last question was not answered. */
  get failure(): Failure | null {
    return this.#failure
  }

  /** Asks for the newest page: what was read before is read anew. */
  load(): Promise<void> {
    return this.#ask(null)
  }

  /** Asks for the page before those that were read. */
  loadOlder(): Promise<void> {
    return this.#ask(this.#before)
  }

  async #ask(before: number | null): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    const answer = await this.#api.history(this.#board, this.#case, before)
    this.#asking = false
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok) return
    const read = before === null ? [] : (this.#lines ?? [])
    this.#lines = [...read, ...answer.value.lines]
    this.#before = answer.value.before
  }
}
