import * as Y from 'yjs'
import type { BoardSummary } from '../../../shared/api.ts'
import type { BoardId, Epoch } from '../../../shared/ids.ts'
import {
  readWallBoard,
  readWallCards,
  type WallBoard,
  type WallCard,
} from '../../../shared/wall.ts'
import { readWallDuty, type WallDuty } from '../../../shared/wall-duty.ts'
import { Close } from '../../../shared/wire.ts'
import type { Answer, Failure } from '../../net/requests.ts'
import type { ConnectionEvents } from '../../net/board-connection.ts'
import type { ServerClock } from '../../net/server-clock.ts'
import { CLOCKS, WallFreshness, type Clocks } from './freshness.svelte.ts'
import { PageRenewal } from './page-renewal.ts'
import { isUnseen } from './wall-layout.ts'

/** What the wall does with the world outside. */
export type WallSurroundings = {
  boards(): Promise<Answer<BoardSummary[]>>
  connect(doc: Y.Doc, epoch: Epoch, events: ConnectionEvents): { destroy(): void }
  /** Starts the page anew, with the code that the server has now. */
  reload(): void
  random(): number
  clock: ServerClock
  clocks?: Clocks
}

export type WallStatus = 'loading' | 'showing' | 'signed-out' | 'no-such-board'

type Link = { doc: Y.Doc; connection: { destroy(): void } }

/** What only somebody at the screen can mend. */
const OVER: readonly Failure[] = ['signed-out', 'session-revoked']
const TICK_MS = 1_000
const RETRY_MS = { least: 2_000, most: 30_000 }

/**
 * What a wall shows, for weeks on end. It holds one document at a time and replaces it by a fresh
 * one whenever it has frozen; what was shown last stays until the fresh one is whole.
 */
export class WallFeed {
  readonly freshness: WallFreshness
  readonly #board: BoardId
  readonly #around: WallSurroundings
  #status = $state<WallStatus>('loading')
  #cards = $state.raw<readonly WallCard[]>([])
  #team = $state.raw<WallBoard | null>(null)
  #duty = $state.raw<WallDuty | null>(null)
  readonly #renewal: PageRenewal
  #link: Link | null = null
  #epoch: Epoch
  readonly #tick: ReturnType<typeof setInterval>
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #over = false

  constructor({ id, epoch }: Pick<BoardSummary, 'id' | 'epoch'>, around: WallSurroundings) {
    this.#board = id
    this.#epoch = epoch
    this.#around = around
    this.freshness = new WallFreshness(around.clocks ?? CLOCKS)
    this.#renewal = new PageRenewal(around.random)
    this.#tick = setInterval(() => this.#everySecond(), TICK_MS)
    this.#open()
  }

  get status(): WallStatus {
    return this.#status
  }

  get cards(): readonly WallCard[] {
    return this.#cards
  }

  get team(): WallBoard | null {
    return this.#team
  }

  get duty(): WallDuty | null {
    return this.#duty
  }

  /** A newer build lies ready: taken as soon as nothing would be missed. */
  renew(): void {
    this.#renewal.offer()
  }

  destroy(): void {
    this.#over = true
    clearInterval(this.#tick)
    clearTimeout(this.#retry)
    this.#close()
  }

  #everySecond(): void {
    if (this.freshness.check()) this.#fetchAfresh()
    if (this.#renewal.takeDue(this.#isIdle())) this.#around.reload()
  }

  /** Nobody should miss an unseen acute case because the page is just starting. */
  #isIdle(): boolean {
    const unseen = this.#cards.some((card) => card.lane === 'acute' && isUnseen(card))
    return this.#status === 'showing' && this.freshness.state === 'live' && !unseen
  }

  /** On a new socket, not by a question first: that may take a line that only looks open. */
  #fetchAfresh(): void {
    if (this.#link === null) return // it asks already
    this.#close()
    this.#open()
  }

  /** Asks for the board's epoch of the day, and opens that. */
  async #ask(): Promise<void> {
    clearTimeout(this.#retry)
    this.#close()
    const answer = await this.#around.boards()
    if (this.#over) return
    if (!answer.ok) {
      if (OVER.includes(answer.failure)) this.#end('signed-out')
      else this.#askLater()
      return
    }
    const board = answer.value.find((one) => one.id === this.#board)
    if (!board) return this.#end('no-such-board')
    this.#epoch = board.epoch
    this.#open()
  }

  #askLater(): void {
    const pause = Math.min(RETRY_MS.most, RETRY_MS.least * 2 ** this.#failures++)
    this.#retry = setTimeout(() => void this.#ask(), pause * (0.5 + this.#around.random()))
  }

  #open(): void {
    const doc = new Y.Doc()
    let whole = false
    doc.on('afterTransaction', ({ local }) => {
      if (local) return
      this.freshness.heard(this.#around.clock.now())
      if (whole) this.#read(doc)
    })
    const connection = this.#around.connect(doc, this.#epoch, {
      changed: () => undefined,
      sent: () => undefined,
      frame: (frame) => {
        if (frame.type === 'ruling') return
        const time = frame.type === 'hello' ? frame.serverTime : frame.time
        this.#around.clock.observe(time)
        this.freshness.heard(time)
        if (frame.type === 'hello') this.#renewal.noteBuild(frame.build)
      },
      begun: () => undefined,
      synced: () => {
        whole = true
        this.#failures = 0
        this.#read(doc)
        this.freshness.loaded()
        this.#status = 'showing'
      },
      dropped: () => undefined,
      ended: (code) => this.#ended(code),
    })
    this.#link = { doc, connection }
  }

  #read(doc: Y.Doc): void {
    this.#cards = readWallCards(doc)
    this.#team = readWallBoard(doc)
    this.#duty = readWallDuty(doc)
  }

  #ended(code: number): void {
    if (code === Close.sessionEnded.code) this.#end('signed-out')
    else if (code === Close.noSuchBoard.code) this.#end('no-such-board')
    else if (code === Close.reloadNeeded.code) this.#renewal.force()
    else this.#askLater() // another epoch, or a fault that a fresh start may cure
  }

  /** Nothing more can come by itself: somebody has to do something at the screen. */
  #end(status: WallStatus): void {
    this.#status = status
    this.destroy()
  }

  #close(): void {
    this.#link?.connection.destroy()
    this.#link?.doc.destroy()
    this.#link = null
  }
}
