import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../log.ts'
import type { DutyOf } from './load-board.ts'
import type { Room } from './room.ts'
import { writeDuty } from './write-duty.ts'

export type DutyMirrorParts = {
  readonly findRoom: (board: BoardId) => Room | null
  readonly dutyOf: DutyOf
  readonly log: Log
}

/** Keeps the roster that open boards show as it is in SQL; others get it as they are loaded. */
export class DutyMirror {
  readonly #parts: DutyMirrorParts

  constructor(parts: DutyMirrorParts) {
    this.#parts = parts
  }

  /** Brings a board up to date, if anybody has it open; one that fails is logged and tried again. */
  async refresh(board: BoardId): Promise<void> {
    const { findRoom, dutyOf, log } = this.#parts
    if (findRoom(board) === null) return
    try {
      const duty = await dutyOf(board)
      findRoom(board)?.write((doc) => {
        writeDuty(doc, duty)
        return []
      })
    } catch (error) {
      log.error({ error, board }, 'the roster was not shown on a board')
    }
  }
}
