import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../log.ts'
import type { Room } from './room.ts'
import { casesWithPatient, writeBirths, type BornAlike } from './write-births.ts'

export type BirthMirrorParts = {
  readonly findRoom: (board: BoardId) => Room | null
  readonly bornAlike: BornAlike
  readonly log: Log
}

/** Keeps on open boards which cases are of patients born the same day, as the register has it. */
export class BirthMirror {
  readonly #parts: BirthMirrorParts

  constructor(parts: BirthMirrorParts) {
    this.#parts = parts
  }

  /** Brings a board up to date, if anybody has it open; one that fails is logged and tried again. */
  async refresh(board: BoardId): Promise<void> {
    const { findRoom, bornAlike, log } = this.#parts
    const room = findRoom(board)
    if (room === null) return
    try {
      const refs = new Set(casesWithPatient(room.ahead).map(({ patient }) => patient.ref))
      const groups = refs.size > 1 ? await bornAlike([...refs]) : []
      findRoom(board)?.write((doc) => {
        writeBirths(doc, groups)
        return []
      })
    } catch (error) {
      log.error({ error, board }, 'equal birth dates were not shown on a board')
    }
  }
}
