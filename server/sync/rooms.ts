import { boardOf, readSettings } from '../../shared/board-document.ts'
import type { BoardSettings } from '../../shared/board.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import { Close, type CloseReason } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import type { UpdateLog } from '../store/update-log.ts'
import type { LoadedBoard } from './load-board.ts'
import type { SyncMeter } from './meter.ts'
import { Room, type RoomParts } from './room.ts'

export type RoomsParts = {
  /** Reads a board in the epoch that it is in. */
  readonly load: (board: BoardId) => Promise<{ epoch: Epoch; loaded: LoadedBoard }>
  readonly compact: UpdateLog['compact']
  /** Asks for a room's flight at the end of this turn. */
  readonly request: (room: Room) => void
  /** Called once a board is open, before anybody sees it. */
  readonly onOpened: (room: Room) => void
  /** Told what a board's settings are, on disk. */
  readonly onSettings: (board: BoardId, settings: BoardSettings) => void
  readonly log: Log
  readonly meter: SyncMeter
  readonly now: () => number
  readonly onNews: RoomParts['onNews']
  readonly after: (ms: number, task: () => void) => void
}

/** How long an empty room stays open: people reload pages, and walls come back. */
const GRACE_MS = 30_000
/** A log longer than this is compacted when its room closes, or longer than the other at once. */
const LONG_LOG = 200
const TOO_LONG_LOG = 5_000

/** The open boards. Each is loaded once, however many come for it at the same time. */
export class Rooms {
  readonly #parts: RoomsParts
  readonly #opening = new Map<BoardId, Promise<Room>>()
  readonly #open = new Map<BoardId, Room>()
  readonly #compacting = new Set<Promise<void>>()

  constructor(parts: RoomsParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#open.size
  }

  [Symbol.iterator](): IterableIterator<Room> {
    return this.#open.values()
  }

  /** The board's room, if it is open. */
  find(board: BoardId): Room | null {
    return this.#open.get(board) ?? null
  }

  /** The board's room, loaded first when it is not open; rejects when that fails. */
  async open(board: BoardId): Promise<Room> {
    const room = this.#open.get(board)
    if (room !== undefined) return room
    const opening = this.#opening.get(board) ?? this.#load(board)
    this.#opening.set(board, opening)
    return await opening
  }

  /** Ends a room whose epoch has ended. */
  retire(room: Room, why: CloseReason): void {
    this.#forget(room)
    room.retire(why)
  }

  /** Resolves when no log is being compacted. */
  async settle(): Promise<void> {
    await Promise.all(this.#compacting)
  }

  async #load(board: BoardId): Promise<Room> {
    try {
      const { epoch, loaded } = await this.#parts.load(board)
      const { request, meter, now, onNews } = this.#parts
      const room = new Room({
        ...{ board, epoch, loaded, request, meter, now, onNews },
        onCalm: () => this.#onCalm(room),
        onBroken: (error) => this.#onBroken(room, error),
      })
      this.#tellSettings(room)
      this.#open.set(board, room)
      this.#parts.onOpened(room)
      this.#onCalm(room)
      return room
    } finally {
      this.#opening.delete(board)
    }
  }

  /** Now, since the last change may never have been told, and whenever one is on disk. */
  #tellSettings({ board, team }: Room): void {
    const tell = () => this.#parts.onSettings(board, readSettings(team.doc))
    tell()
    boardOf(team.doc).observe(tell)
  }

  #onCalm(room: Room): void {
    if (room.rows > TOO_LONG_LOG) this.#compact(room)
    if (!room.isEmpty || !room.isSaved) return
    this.#parts.after(GRACE_MS, () => {
      const isOpen = this.#open.get(room.board) === room
      if (isOpen && room.isEmpty && room.isSaved && !room.isFrozen) this.#close(room)
    })
  }

  #close(room: Room): void {
    this.#forget(room)
    if (room.rows > LONG_LOG) this.#compact(room)
  }

  #compact(room: Room): void {
    const compacting = this.#writeSnapshot(room).finally(() => this.#compacting.delete(compacting))
    this.#compacting.add(compacting)
  }

  async #writeSnapshot(room: Room): Promise<void> {
    try {
      const { seq, update } = room.snapshot()
      await this.#parts.compact(room.board, room.epoch, seq, update)
    } catch (error) {
      this.#parts.log.warn({ board: room.board, error }, 'a log was not compacted')
    }
  }

  /** What was admitted cannot be shown: nobody may go on working on a board that falls behind. */
  #onBroken(room: Room, error: unknown): void {
    this.#parts.log.error({ board: room.board, error }, 'an admitted update cannot be shown')
    this.#forget(room)
    for (const member of [...room.members()]) member.close(Close.loadFailed)
  }

  #forget(room: Room): void {
    if (this.#open.get(room.board) === room) this.#open.delete(room.board)
  }
}
