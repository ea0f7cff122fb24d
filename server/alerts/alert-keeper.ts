import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../log.ts'
import { Rounds } from '../rounds.ts'
import type { Alerts } from './alerts.ts'

export type AlertKeeperParts = {
  readonly alerts: Pick<Alerts, 'dueBoards'>
  /** Does what is due on a board, whether or not anybody has it open. */
  readonly advance: (board: BoardId) => Promise<void>
  readonly log: Log
}

/** How late an alert may go on. */
const EVERY_MS = 2_000

/**
 * Has alerts go on when their time has come. The board's document says how far each is, and is
 * written with the rows that tell of it: looking once too often, or once more after a kill, does
 * nothing twice.
 */
export class AlertKeeper {
  readonly #parts: AlertKeeperParts
  readonly #rounds = new Rounds(() => this.#lookOnce())

  constructor(parts: AlertKeeperParts) {
    this.#parts = parts
  }

  /** Looks now and then every few seconds; returns how to stop, which waits for what is under way. */
  start(): () => Promise<void> {
    return this.#rounds.every(EVERY_MS)
  }

  look(): Promise<void> {
    return this.#rounds.go()
  }

  async #lookOnce(): Promise<void> {
    const { alerts, advance, log } = this.#parts
    try {
      for (const board of await alerts.dueBoards())
        await advance(board).catch((error: unknown) =>
          log.error({ error, board }, 'an alert did not go on'),
        )
    } catch (error) {
      log.error({ error }, 'nobody knows which alerts are due')
    }
  }
}
