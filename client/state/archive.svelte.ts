import type { ArchiveHit, ArchiveQuestion } from '../../shared/archive.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Api } from '../net/api.ts'
import type { Failure } from '../net/requests.ts'

/** What somebody looks for in a board's archive. Each question is logged. */
export class ArchiveSearch {
  readonly #api: Pick<Api, 'archive'>
  readonly #board: BoardId
  #question: ArchiveQuestion = { q: '' }
  #hits = $state.raw<readonly ArchiveHit[] | null>(null)
  #before = $state.raw<string | null>(null)
  #failure = $state.raw<Failure | null>(null)
  #asked = 0

  constructor(api: Pick<Api, 'archive'>, board: BoardId) {
    this.#api = api
    this.#board = board
  }

  /** The latest ended first, as far back as was asked for; null where there is no answer. */
  get hits(): readonly ArchiveHit[] | null {
    return this.#hits
  }

  get hasOlder(): boolean {
    return this.#before !== null
  }

  /** Why the last question was not answered. */
  get failure(): Failure | null {
    return this.#failure
  }

  /** Asks anew: what was found before stays until there is an answer. */
  async search(question: Omit<ArchiveQuestion, 'before'>): Promise<void> {
    this.#question = question
    await this.#ask(null)
  }

  /** Asks once more what was not answered. */
  async retry(): Promise<void> {
    await this.#ask(this.#hits === null ? null : this.#before)
  }

  async loadOlder(): Promise<void> {
    await this.#ask(this.#before)
  }

  /** An answer to a question that has been asked differently since is not shown. */
  async #ask(before: string | null): Promise<void> {
    const number = ++this.#asked
    const answer = await this.#api.archive(this.#board, {
      ...this.#question,
      ...(before !== null && { before }),
    })
    if (number !== this.#asked) return
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok && before === null) this.#hits = null // they answered another question
    if (!answer.ok) return
    const found = before === null ? [] : (this.#hits ?? [])
    this.#hits = [...found, ...answer.value.hits]
    this.#before = answer.value.before
  }
}
