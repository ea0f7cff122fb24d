import { epoch, type BoardId, type Epoch } from '../../../../shared/ids.ts'
import type { Chained } from '../../../../server/audit/audit-log.ts'
import type {
  Batch,
  ClientOwner,
  Stored,
  Turn,
  UpdateLog,
} from '../../../../server/store/update-log.ts'

type Board = { updates: Uint8Array[]; seq: number; clients: ClientOwner[] }

/** A log in memory whose commits a test can hold back or let fail. */
export class MemoryLog implements UpdateLog {
  /** The transactions, in order: their changes, and the lines that came without one. */
  readonly commits: (readonly Batch[])[] = []
  readonly lines: (readonly Chained[])[] = []
  /** The epochs that were begun, in order. */
  readonly turns: Turn[] = []
  loads = 0
  readonly #boards = new Map<string, Board>()
  #failure: Error | null = null
  #turnFailure: Error | null = null
  #held: PromiseWithResolvers<void> | null = null

  /** Makes every load and commit fail with this, until it is null again. */
  fail(failure: Error | null): void {
    this.#failure = failure
  }

  /** Makes every new epoch fail with this. */
  failTurns(failure: Error): void {
    this.#turnFailure = failure
  }

  /** Keeps commits from finishing; call what it gives to let them. */
  hold(): () => void {
    const held = Promise.withResolvers<void>()
    this.#held = held
    return () => {
      this.#held = null
      held.resolve()
    }
  }

  async load(board: BoardId, epoch: Epoch): Promise<Stored> {
    this.loads++
    await this.#obstacles()
    const { updates, seq, clients } = this.#at(board, epoch)
    return { updates: [...updates], seq, clients: [...clients] }
  }

  async commit(batches: readonly Batch[], lines: readonly Chained[] = []): Promise<number[]> {
    await this.#obstacles()
    if (batches.length > 0) this.commits.push(batches)
    if (lines.length > 0) this.lines.push(lines)
    return batches.map(({ board, epoch, updates, clients = [] }) => {
      const stored = this.#at(board, epoch)
      stored.updates.push(...updates)
      stored.clients.push(...clients)
      return (stored.seq += updates.length)
    })
  }

  async compact(board: BoardId, epoch: Epoch, seq: number, snapshot: Uint8Array): Promise<void> {
    await this.#obstacles()
    const stored = this.#at(board, epoch)
    stored.updates.splice(0, stored.updates.length - (stored.seq - seq), snapshot)
  }

  async epochOf(board: BoardId): Promise<Epoch> {
    return epoch.parse(1 + this.turns.filter((turn) => turn.board === board).length)
  }

  async rollOver(turn: Turn): Promise<void> {
    await this.#obstacles()
    if (this.#turnFailure) throw this.#turnFailure
    const now = await this.epochOf(turn.board)
    if (now !== turn.epoch || this.#at(turn.board, now).seq !== turn.seq)
      throw new Error('the board has gone on')
    this.turns.push(turn)
    const begun = this.#at(turn.board, await this.epochOf(turn.board))
    begun.updates.push(turn.snapshot)
    begun.seq = 1
  }

  /** How many rows a board's log has. */
  rows(board: BoardId, epoch: Epoch): number {
    return this.#at(board, epoch).updates.length
  }

  #at(board: BoardId, epoch: Epoch) {
    const key = `${board}@${epoch}`
    const stored = this.#boards.get(key) ?? { updates: [], seq: 0, clients: [] }
    this.#boards.set(key, stored)
    return stored
  }

  async #obstacles(): Promise<void> {
    if (this.#held) await this.#held.promise
    if (this.#failure) throw this.#failure
  }
}
