import type * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../log.ts'
import type { Room } from './room.ts'

export type MirrorParts<T> = {
  readonly findRoom: (board: BoardId) => Room | null
  readonly log: Log
  /** What SQL has for a room to show. */
  readonly read: (room: Room) => Promise<T>
  /** Shows it; what is there already is not written again. */
  readonly write: (doc: Y.Doc, shown: T) => void
  /** What the log says when it cannot be shown. */
  readonly complaint: string
}

/** Brings a board up to date, if anybody has it open; one that fails is logged and tried again. */
export type Refresh = (board: BoardId) => Promise<void>

/** Keeps what open boards show of SQL as it is there. */
export const mirror =
  <T>({ findRoom, log, read, write, complaint }: MirrorParts<T>): Refresh =>
  async (board) => {
    const room = findRoom(board)
    if (room === null) return
    try {
      const shown = await read(room)
      findRoom(board)?.write((doc) => {
        write(doc, shown)
        return []
      })
    } catch (error) {
      log.error({ error, board }, complaint)
    }
  }
