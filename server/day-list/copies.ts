import { join } from 'node:path'
import { casesOn, type DayList } from '../../shared/day-list.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { clockOf, dayOf } from '../../shared/team-time.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import type { Log } from '../log.ts'
import { Rounds } from '../rounds.ts'
import { asHtml } from './as-html.ts'
import { keepCopy } from './copy-file.ts'
import type { Seal } from './seal.ts'

export type CopyParts = {
  readonly boards: () => Promise<readonly { readonly id: BoardId }[]>
  readonly dayListOf: (board: BoardId) => Promise<DayList>
  readonly seal: Seal
  readonly audit: AuditLog
  readonly log: Log
  readonly dataDir: string
  readonly demo: boolean
  readonly dayListLanguage: Language
}

const EVERY_MS = 30 * 60_000

/** Keeps a sealed copy of every board's day list beside the database, for the day when it is gone. */
export class DayListCopies {
  readonly #parts: CopyParts
  readonly #rounds = new Rounds(() => this.#copyEach())

  constructor(parts: CopyParts) {
    this.#parts = parts
  }

  /** Copies now and every half hour; returns how to stop, which waits for what is under way. */
  start(): () => Promise<void> {
    return this.#rounds.every(EVERY_MS)
  }

  /** One board that fails keeps no other from being copied, and nobody from working. */
  copyAll(): Promise<void> {
    return this.#rounds.go()
  }

  async #copyEach(): Promise<void> {
    const { boards, log } = this.#parts
    try {
      for (const { id } of await boards())
        await this.#copy(id).catch((error: unknown) =>
          log.error({ error, board: id }, 'a day list was not copied'),
        )
    } catch (error) {
      log.error({ error }, 'no day list was copied')
    }
  }

  /** The log has it before the disk does. */
  async #copy(board: BoardId): Promise<void> {
    const { dayListOf, seal, audit, dataDir, demo, dayListLanguage } = this.#parts
    const list = await dayListOf(board)
    const bytes = await seal(asHtml(list, { demo, language: dayListLanguage }))
    await audit.record(board, {
      ...ABOUT_NOTHING,
      action: 'day-list-copied',
      time: list.madeAt,
      ...{ user: null, name: '', role: null, client: 'server' },
      to: casesOn(list),
    })
    const time = `${dayOf(list.madeAt)} ${clockOf(list.madeAt).replace(':', '')}`
    await keepCopy(join(dataDir, 'day-lists'), board, `${board} ${time}`, bytes)
  }
}
