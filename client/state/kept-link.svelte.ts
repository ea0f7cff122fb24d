import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardSummary } from '../../shared/api.ts'
import type { Epoch } from '../../shared/ids.ts'
import { adopt } from '../net/adopt.ts'
import { OTHER_TAB } from '../net/board-connection.ts'
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
  readonly synced = true
  readonly ended = null
  readonly build = null
  readonly refused = null
  readonly hasChanged = true
  readonly doc = new Y.Doc()
  readonly access: Access
  readonly saved: SavedState
  readonly #own: OwnChanges

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
    Y.applyUpdate(this.doc, copy.update)
    for (const change of waiting) {
      adopt(this.doc, change.update)
      this.saved.changed(change, true)
    }
    this.#own = new OwnChanges(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== OTHER_TAB)
        this.saved.changed({ changes: this.#own.take(), update, at: clock.now() }, true)
    })
  }

  /** It has no way that a lock could have closed. */
  resume(): void {}

  destroy(): void {
    this.#own.stop()
    this.doc.destroy()
  }
}
