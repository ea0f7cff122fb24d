import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardSummary } from '../../shared/api.ts'
import type { Epoch } from '../../shared/ids.ts'
import { adopt, follows } from '../net/adopt.ts'
import { ARRIVAL, OTHER_TAB } from '../net/board-connection.ts'
import { FramePause } from '../net/frame-pause.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { OpenCopy } from '../offline/kept-board.ts'
import type { OpenLink } from './board-link.svelte.ts'
import type { Now } from './now.svelte.ts'
import type { Change } from './outbox.svelte.ts'
import { OwnChanges } from './own-changes.ts'
import { SavedState } from './saved.svelte.ts'

/** The surface's code may be on its way; but the board is to be whole also when nobody looks. */
const UNWATCHED_MS = 1_000

/** A board as this device has kept it. One can work on it; what one does waits. */
export class KeptLink implements OpenLink {
  readonly epoch: Epoch
  readonly kept = true
  readonly begun = true
  readonly ended = null
  readonly build = null
  readonly refused = null
  readonly hasChanged = true
  readonly doc = new Y.Doc()
  readonly access: Access
  readonly saved: SavedState
  readonly #own: OwnChanges
  readonly #pause = new FramePause()
  readonly #waiting: readonly Change[]
  readonly #patience: ReturnType<typeof setTimeout>
  #rest: OpenCopy['rest']
  #synced = $state(false)
  #isOver = false

  /** @param waiting what was done on it after the copy was made, and by nobody who is still here */
  constructor(
    { access, epoch }: BoardSummary,
    copy: OpenCopy,
    waiting: readonly Change[],
    { clock, now }: { clock: ServerClock; now: Now },
  ) {
    this.access = access
    this.epoch = epoch
    this.saved = new SavedState(now, copy.at)
    this.#waiting = waiting
    for (const change of waiting) this.saved.changed(change, true)
    this.#own = new OwnChanges(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== OTHER_TAB && origin !== ARRIVAL)
        this.saved.changed({ changes: this.#own.take(), update, at: clock.now() }, true)
    })
    this.#arrive(copy.first, copy.rest === null)
    this.#rest = copy.rest
    this.#patience = setTimeout(() => this.watched(), UNWATCHED_MS)
  }

  get synced(): boolean {
    return this.#synced
  }

  /** Takes in what is still to come, a part in each frame: so the first ones are drawn before. */
  watched(): void {
    clearTimeout(this.#patience)
    void this.#rest?.then((parts) => this.#follow(parts))
    this.#rest = null
  }

  /** It has no way that a lock could have closed. */
  resume(): void {}

  destroy(): void {
    this.#isOver = true
    clearTimeout(this.#patience)
    this.#pause.drop()
    this.#own.stop()
    this.doc.destroy()
  }

  #follow(parts: readonly Uint8Array[]): void {
    if (this.#isOver) return
    for (const [index, part] of parts.entries()) {
      this.#pause.begin()
      this.#pause.do(() => this.#arrive(part, index === parts.length - 1))
    }
  }

  /** Merges a part of the copy, and with it what was done on what is there by then. */
  #arrive(part: Uint8Array, isLast: boolean): void {
    Y.applyUpdate(this.doc, part, ARRIVAL)
    for (const { update } of this.#waiting)
      if (isLast || follows(this.doc, update)) adopt(this.doc, update, ARRIVAL)
    this.#own.take()
    this.#synced = isLast
    if (isLast) this.doc.emit('sync', [true, this.doc])
    else this.#pause.begin()
  }
}
