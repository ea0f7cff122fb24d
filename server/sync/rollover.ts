import * as Y from 'yjs'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import { EPOCH_BYTES_MAX } from '../../shared/limits.ts'
import { boardDayOf, hasLeftovers, nextEpoch } from '../../shared/next-epoch.ts'
import { Close, type CloseReason } from '../../shared/wire.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import type { Log } from '../log.ts'
import type { Turn, UpdateLog } from '../store/update-log.ts'
import { whenFree } from '../store/when-free.ts'
import { loadBoard, type LoadedBoard, type Owed } from './load-board.ts'
import type { Room } from './room.ts'

export type RolloverParts = Owed & {
  readonly store: UpdateLog
  readonly log: Log
  readonly now: () => number
  /** Closes a room that has been frozen: whoever is in it is told why. */
  readonly retire: (room: Room, why: CloseReason) => void
}

/** What was found of a room when it was last looked at. */
type Look = { readonly day: string; readonly weight: number }

/** A board that could not be rolled over goes on as it is for so long. */
const REST_MS = 10 * 60_000
/** It grows so much before it is looked at once more on the same day. */
const GROWTH = 1.25

/**
 * Begins a board's next epoch when its day has begun and something ended before it, or when the
 * document has become heavy with what is not shown: in the night where somebody has the board
 * open, else as soon as it is opened.
 */
export class Rollover {
  readonly #parts: RolloverParts
  readonly #looks = new WeakMap<Room, Look>()
  readonly #restsUntil = new Map<BoardId, number>()
  readonly #turning = new Set<Promise<void>>()

  constructor(parts: RolloverParts) {
    this.#parts = parts
  }

  /** Loads a board, in its next epoch if the time for that has come. */
  async load(board: BoardId): Promise<{ epoch: Epoch; loaded: LoadedBoard }> {
    const { store, now } = this.#parts
    const { epoch, loaded } = await this.#read(board)
    if (this.#rests(board) || !hasLeftovers(loaded.doc, now())) return { epoch, loaded }
    const turn = turnFrom(loaded.doc, { board, epoch, seq: loaded.seq }, now())
    try {
      await whenFree(() => store.rollOver(turn))
    } catch (error) {
      this.#failed(board, error)
    }
    return await this.#read(board) // as the store has it now, however that went
  }

  /** Looks at an open room: cheap, unless its time has come. */
  check(room: Room): void {
    if (room.isFrozen || this.#rests(room.board) || !this.#isDue(room)) return
    const turning = this.#turn(room).finally(() => this.#turning.delete(turning))
    this.#turning.add(turning)
  }

  /** Resolves when no board is being rolled over. */
  async settle(): Promise<void> {
    await Promise.all(this.#turning)
  }

  async #read(board: BoardId): Promise<{ epoch: Epoch; loaded: LoadedBoard }> {
    const { store } = this.#parts
    const epoch = await store.epochOf(board)
    return { epoch, loaded: await loadBoard(store, this.#parts, board, epoch) }
  }

  #isDue(room: Room): boolean {
    const now = this.#parts.now()
    const { weight } = room
    const day = boardDayOf(now)
    const last = this.#looks.get(room)
    if (last?.day === day && weight <= last.weight * GROWTH) return false
    this.#looks.set(room, { day, weight })
    const { doc } = room.team
    if (hasLeftovers(doc, now)) return true
    if (weight <= EPOCH_BYTES_MAX) return false
    return Y.encodeStateAsUpdate(nextEpoch(doc, now).doc).length < weight / 2
  }

  /** A room that was frozen never serves again: its members come back, and find what is on disk. */
  async #turn(room: Room): Promise<void> {
    const { store, now, log, retire } = this.#parts
    const { board } = room
    try {
      await room.freeze()
      await store.rollOver(turnFrom(room.team.doc, room, now()))
      log.info({ board }, 'a board was rolled over')
      retire(room, Close.otherEpoch)
    } catch (error) {
      this.#failed(board, error)
      retire(room, Close.loadFailed)
    }
  }

  #rests(board: BoardId): boolean {
    return this.#parts.now() < (this.#restsUntil.get(board) ?? 0)
  }

  #failed(board: BoardId, error: unknown): void {
    const { now, log } = this.#parts
    this.#restsUntil.set(board, now() + REST_MS)
    log.error({ board, error }, 'a board could not be rolled over')
  }
}

function turnFrom(doc: Y.Doc, at: Pick<Turn, 'board' | 'epoch' | 'seq'>, now: number): Turn {
  const { board, epoch, seq } = at
  const next = nextEpoch(doc, now)
  return {
    ...{ board, epoch, seq },
    snapshot: Y.encodeStateAsUpdate(next.doc),
    left: next.left,
    entry: {
      ...ABOUT_NOTHING,
      ...{ action: 'board-rolled-over', time: now, client: 'server' },
      ...{ user: null, name: '', role: null },
      from: { epoch },
      to: { epoch: epoch + 1, carried: next.carried, archived: next.left.length },
    },
  }
}
