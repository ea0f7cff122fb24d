import type { Case } from '../../shared/case.ts'
import type { BoardId, UserId } from '../../shared/ids.ts'
import { swedishHolidays } from '../calendar/holidays.ts'
import type { Log } from '../log.ts'
import { Rounds } from '../rounds.ts'
import type { Inbox } from './inbox.ts'
import { lateReceipts } from './late-receipts.ts'

export type TimekeeperParts = {
  readonly inbox: Inbox
  readonly boards: () => Promise<readonly { readonly id: BoardId }[]>
  /** A board's cases as they are on disk, whether or not anybody has it open. */
  readonly casesAtRest: (board: BoardId) => Promise<readonly Case[]>
  /** Told who has been sent notices. */
  readonly onNotices: (people: readonly UserId[]) => void
  /** Clears away what else is of no use any more. */
  readonly tidy: () => Promise<void>
  readonly log: Log
  readonly now?: () => number
}

const EVERY_MS = 10 * 60_000

/** Tells people of what falls due while nobody does anything, and clears away what is long read. */
export class NoticeTimekeeper {
  readonly #parts: TimekeeperParts
  readonly #now: () => number
  readonly #rounds = new Rounds(() => this.#lookAtEach())

  constructor(parts: TimekeeperParts) {
    this.#parts = parts
    this.#now = parts.now ?? Date.now
  }

  /** Looks now and every ten minutes; returns how to stop, which waits for what is under way. */
  start(): () => Promise<void> {
    return this.#rounds.every(EVERY_MS)
  }

  look(): Promise<void> {
    return this.#rounds.go()
  }

  /** One board that fails keeps no other's people from being told. */
  async #lookAtEach(): Promise<void> {
    const { boards, inbox, tidy, log } = this.#parts
    try {
      await Promise.all([inbox.tidy(), tidy()])
      for (const { id } of await boards())
        await this.#lookAt(id).catch((error: unknown) =>
          log.error({ error, board: id }, 'nobody was told of late receipts'),
        )
    } catch (error) {
      log.error({ error }, 'notices were not looked after')
    }
  }

  async #lookAt(board: BoardId): Promise<void> {
    const { casesAtRest, inbox, onNotices } = this.#parts
    const now = this.#now()
    const year = new Date(now).getFullYear()
    const late = lateReceipts(await casesAtRest(board), now, swedishHolidays([year - 1, year]))
    if (late.length === 0) return
    const told = await inbox.tell(board, late)
    if (told.length > 0) onNotices(told)
  }
}
