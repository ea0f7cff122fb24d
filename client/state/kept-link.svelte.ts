import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardSummary } from '../../shared/api.ts'
import type { Epoch } from '../../shared/ids.ts'
import { adopt, follows } from '../net/adopt.ts'
import { ARRIVAL, OTHER_TAB } from '../net/board-connection.ts'
import { FramePause } from '../net/frame-pause.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { Copy } from '../offline/kept-board.ts'
import type { OpenLink } from './board-link.svelte.ts'
import type { Now } from './now.svelte.ts'
import type { Change } from './outbox.svelte.ts'
import { OwnChanges } from './own-changes.ts'
import { SavedState } from './saved.svelte.ts'

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
  #synced = $state(false)

  /** @param waiting what was done on it after the copy was made, and by nobody who is still here */
  constructor(
    { access, epoch }: BoardSummary,
    copy: Copy,
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
    for (const [index, part] of copy.parts.entries())
      this.#pause.do(() => this.#arrive(part, index === copy.parts.length - 1))
  }

  get synced(): boolean {
    return this.#synced
  }

  /** It has no way that a lock could have closed. */
  resume(): void {}

  destroy(): void {
    this.#pause.drop()
    this.#own.stop()
    this.doc.destroy()
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
