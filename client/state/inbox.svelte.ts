import { createContext } from 'svelte'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import { NOTICES_MAX, type Notice, type NoticePage } from '../../shared/notices.ts'
import type { NoticesApi } from '../net/notices-api.ts'
import type { Failure } from '../net/requests.ts'

type Asked = Pick<NoticesApi, 'list' | 'markRead'>

/** What the signed-in person has been told of by others and by the clock: the list behind the bell. */
export class Inbox {
  readonly #api: Asked
  #all = $state.raw<readonly Notice[]>([])
  #unread = $state(0)
  #failure = $state<Failure | null>(null)
  #asking: Promise<void> = Promise.resolve()
  /** Counts the people who have used this page: an answer to the last one is not the next one's. */
  #person = 0

  constructor(api: Asked) {
    this.#api = api
  }

  /** The newest first. */
  get all(): readonly Notice[] {
    return this.#all
  }

  get unread(): number {
    return this.#unread
  }

  /** Why the server could not be asked last time. */
  get failure(): Failure | null {
    return this.#failure
  }

  /** Asks what is new, one question after the other. */
  refresh(): Promise<void> {
    const person = this.#person
    this.#asking = this.#asking.then(() => this.#ask(person))
    return this.#asking
  }

  waitsIn(board: BoardId, id: CaseId): boolean {
    return this.#all.some((one) => one.readAt === null && one.board === board && one.case === id)
  }

  /** Somebody has a case open: all that was told of it is read. */
  async readCase(board: BoardId, id: CaseId): Promise<void> {
    if (!this.waitsIn(board, id)) return
    this.#mark((one) => one.board === board && one.case === id)
    await this.#tell({ board, case: id })
  }

  async readAll(): Promise<void> {
    const upTo = this.#newest
    this.#mark(() => true)
    await this.#tell({ upTo })
  }

  /** Somebody else is here. */
  clear(): void {
    this.#person++
    this.#all = []
    this.#unread = 0
    this.#failure = null
  }

  get #newest(): number {
    return this.#all[0]?.number ?? 0
  }

  /** Where other pages of theirs have read some of it meanwhile, all of it is asked for. */
  async #ask(person: number): Promise<void> {
    const news = await this.#page(person, this.#newest)
    if (news === null) return
    this.#show([...news.notices, ...this.#all], news.unread)
    if (news.unread === unreadIn(this.#all)) return
    const whole = await this.#page(person, 0)
    if (whole !== null) this.#show(whole.notices, whole.unread)
  }

  async #page(person: number, after: number): Promise<NoticePage | null> {
    const answer = await this.#api.list(after)
    if (person !== this.#person) return null
    this.#failure = answer.ok ? null : answer.failure
    return answer.ok ? answer.value : null
  }

  #show(all: readonly Notice[], unread: number): void {
    this.#all = all.slice(0, NOTICES_MAX)
    this.#unread = unread
  }

  /** Shown at once; what the server does not take stands as unread when it is asked again. */
  #mark(which: (one: Notice) => boolean): void {
    const read = this.#all.filter((one) => one.readAt === null && which(one))
    this.#all = this.#all.map((one) => (read.includes(one) ? { ...one, readAt: one.at } : one))
    this.#unread -= read.length
  }

  async #tell(which: Parameters<Asked['markRead']>[0]): Promise<void> {
    const answer = await this.#api.markRead(which)
    if (!answer.ok) await this.refresh()
  }
}

const unreadIn = (all: readonly Notice[]) => all.filter(({ readAt }) => readAt === null).length

export const [getInbox, setInbox] = createContext<Inbox>()
