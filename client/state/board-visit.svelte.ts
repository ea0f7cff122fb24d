import type { BoardSummary, PersonAmI } from '../../shared/api.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { Epoch } from '../../shared/ids.ts'
import type { Superseded } from '../../shared/ruling.ts'
import { Close } from '../../shared/wire.ts'
import type { Api } from '../net/api.ts'
import type { Device } from '../offline/device.ts'
import type { KeptBoard } from '../offline/kept-board.ts'
import { Owner } from '../offline/owner.ts'
import { BoardLink } from './board-link.svelte.ts'
import { Keeping } from './keeping.ts'
import { KeptLink } from './kept-link.svelte.ts'
import { openBoard, type BoardParts, type LiveParts } from './live-board.ts'
import type { Change } from './outbox.svelte.ts'
import { whenNobodyTypes } from './when-nobody-types.ts'

export type VisitParts = BoardParts & {
  readonly api: Api
  readonly device: Device
  readonly who: PersonAmI
  readonly board: BoardSummary
  readonly events: {
    /** Own changes did not come to stand. */
    readonly superseded: (ruling: Superseded, live: LiveParts) => void
    /** What waited on this device has nothing to stand on any more. */
    readonly stranded: (changes: readonly Change[], live: LiveParts) => void
    /** The board has begun a new epoch: who knows which is to say so by `follow`. */
    readonly outdated: () => void
  }
}

/** A board that the server has not given by then is shown as this device kept it. */
const PATIENCE_MS = 3_000
/** Those who were at a board when it began anew ask about that within this, not all at once. */
const ASK_WITHIN_MS = 3_000

/**
 * A person's stay at a board: what is shown of it now, how one document follows on another, and
 * what this device keeps meanwhile.
 */
export class BoardVisit {
  readonly #parts: VisitParts
  #board: BoardSummary
  #owner: Owner | null = null
  #live = $state.raw<LiveParts | null>(null)
  #next: LiveParts<BoardLink> | null = null
  #keeping: Keeping | null = null
  /** Of the document before, until the new one's has begun. */
  #former: Keeping | null = null
  #until = $state<Timestamp | null>(null)
  #patience: ReturnType<typeof setTimeout> | undefined
  #asking: ReturnType<typeof setTimeout> | undefined
  #isOver = false

  /** @param offline whether the server could not be asked: the board is shown as this device kept it */
  constructor(parts: VisitParts, offline: boolean) {
    this.#parts = parts
    this.#board = parts.board
    if (offline) void this.#showKept(null)
    else {
      const live = (this.#live = this.#fetch())
      this.#patience = setTimeout(() => void this.#showKept(live), PATIENCE_MS)
    }
  }

  /** What is shown; null while the device is asked. */
  get live(): LiveParts | null {
    return this.#live
  }

  /** When the leave to show the board ends, in server time; null as long as none was given. */
  get until(): Timestamp | null {
    return this.#until
  }

  /** The board as it is listed now: in a new epoch it is fetched, and shown when it has come. */
  follow(board: BoardSummary): void {
    if (this.#isOver || board.epoch === this.#board.epoch) return
    this.#board = board
    this.#next?.destroy()
    this.#next = this.#fetch()
  }

  /** Leaves a document of which the server takes nothing, and fetches the board anew. */
  renew(): void {
    for (const keeping of [this.#keeping, this.#former]) keeping?.releaseAll()
    this.#stopKeeping()
    this.#live?.destroy()
    this.#live = this.#fetch()
  }

  destroy(): void {
    this.#isOver = true
    clearTimeout(this.#patience)
    clearTimeout(this.#asking)
    this.#stopKeeping()
    this.#live?.destroy()
    this.#next?.destroy()
    this.#owner?.leave()
  }

  #fetch(): LiveParts<BoardLink> {
    const { who, events } = this.#parts
    const board = this.#board
    const link = (superseded: (ruling: Superseded) => void) =>
      new BoardLink(board.id, board.epoch, this.#parts, {
        superseded: (ruling) => {
          superseded(ruling)
          events.superseded(ruling, live)
        },
        arrived: () => this.#arrived(live),
        ended: (code) => this.#ended(live, code),
      })
    const live: LiveParts<BoardLink> = openBoard(board.id, who, this.#parts, link)
    return live
  }

  /**
   * The board as it was. It is fetched meanwhile, and takes its own place when it has come.
   * @param fetched what is shown and has not come yet
   */
  async #showKept(fetched: LiveParts<BoardLink> | null): Promise<void> {
    const { device, who, clock } = this.#parts
    const board = this.#board
    const isAnswered = () => fetched?.link.synced === true || (fetched?.link.ended ?? null) !== null
    if (isAnswered()) return
    const kept = await device.find({ board, who })
    const copy = kept && (await kept.copy())
    const orphans = (await kept?.orphans()) ?? []
    if (this.#isOver || isAnswered() || this.#live !== fetched) return
    if (!kept || !copy) {
      this.#live ??= this.#fetch()
      return
    }
    clock.observe(Date.now() + copy.clockAhead)
    const link = () => new KeptLink(board, copy, orphans, this.#parts)
    this.#live = openBoard(board.id, who, this.#parts, link)
    this.#owner ??= new Owner()
    this.#keeping = new Keeping(kept, this.#owner, this.#live.link, clock)
    this.#until = kept.until
    this.#next = fetched ?? this.#fetch()
    await this.#keeping.settle()
    await kept.remove(orphans.map(({ number }) => number))
  }

  /** All that the server has is here. */
  #arrived(live: LiveParts<BoardLink>): void {
    if (live === this.#next) whenNobodyTypes(() => this.#show(live))
    else if (live === this.#live && this.#keeping === null) void this.#keep(live)
  }

  /** A board that is not theirs any more is not shown without the server either. */
  #ended(live: LiveParts<BoardLink>, code: number): void {
    const { device, who, events } = this.#parts
    const board = this.#board
    if (code === Close.otherEpoch.code) {
      const within = live.link.synced ? ASK_WITHIN_MS : 0
      this.#asking = setTimeout(() => events.outdated(), Math.random() * within)
      return
    }
    if (code === Close.noSuchBoard.code)
      void device.find({ board, who }).then((kept) => kept?.removeCopy())
    this.#show(live)
  }

  /** Shows the fetched board in place of the one before, with all that was done on that. */
  #show(live: LiveParts<BoardLink>): void {
    if (live !== this.#next || this.#isOver) return
    const kept = this.#live
    this.#former = this.#keeping
    this.#former?.stop()
    this.#keeping = null
    this.#live = live
    this.#next = null
    if (live.link.ended === null && kept !== null) {
      this.#takeOver(kept.link.saved.outbox.waiting, kept.link.epoch, live)
      void this.#keep(live)
    }
    kept?.destroy()
  }

  /** Sends what has waited elsewhere, and tells what cannot be sent. */
  #takeOver(waiting: readonly Change[], of: Epoch, live: LiveParts<BoardLink>): void {
    const { who, events } = this.#parts
    const stranded =
      of === live.link.epoch ? live.link.adopt(waiting) : live.link.redo(waiting, who.role)
    if (stranded.length > 0) events.stranded(stranded, live)
  }

  /** Begins to keep the board, and sends what was left waiting by pages that are gone. */
  async #keep(live: LiveParts<BoardLink>): Promise<void> {
    const { api, who, device, clock } = this.#parts
    const board = this.#board
    const leave = await api.takeOffline(board.id)
    const kept = leave.ok ? await device.take({ who, board }, leave.value) : null
    if (kept === null) return
    const left = await leftBehind(device, kept)
    if (live !== this.#live || this.#keeping !== null || this.#isOver) return
    this.#owner ??= new Owner()
    const keeping = (this.#keeping = new Keeping(kept, this.#owner, live.link, clock))
    this.#until = kept.until
    for (const { from, changes } of left) this.#takeOver(changes, from.head.board.epoch, live)
    await keeping.settle()
    for (const { from, changes } of left)
      if (from === kept) await kept.remove(changes.map(({ number }) => number))
      else await from.forget()
    this.#former?.releaseAll()
    this.#former = null
  }

  #stopKeeping(): void {
    this.#keeping?.stop()
    this.#keeping = this.#former = null
  }
}

/** What waits on the device of the same person's changes to a board, with nobody to send it. */
async function leftBehind(device: Device, kept: KeptBoard) {
  const others = (await device.boardsOf(kept.head)).filter(({ id }) => id !== kept.id)
  return await Promise.all(
    [kept, ...others].map(async (from) => ({ from, changes: await from.orphans() })),
  )
}
