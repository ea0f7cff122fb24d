import * as Y from 'yjs'
import { follows } from '../net/adopt.ts'
import { OTHER_TAB } from '../net/board-connection.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { KeptBoard } from '../offline/kept-board.ts'
import type { Owner } from '../offline/owner.ts'
import { pickLiveCases } from '../offline/pick-live-cases.ts'
import type { OpenLink } from './board-link.svelte.ts'
import type { Keeper, Waiting } from './outbox.svelte.ts'

const LOOK_EVERY_MS = 10_000
/** A copy says when the board was last known to be so: it is made anew when that is long ago. */
const COPY_AGE_MS = 60_000

/**
 * Keeps an open board on this device: what waits until it is saved, and a copy of what is shown.
 * Other tabs of the same person are shown what is done here at once. A device that cannot keep
 * any more is no reason to stop anybody: what waits then waits on the page alone.
 */
export class Keeping implements Keeper {
  readonly #kept: KeptBoard
  readonly #owner: Owner
  readonly #link: OpenLink
  readonly #clock: ServerClock
  readonly #numbers = new Map<number, Promise<number | null>>()
  readonly #tabs: BroadcastChannel
  readonly #timer: ReturnType<typeof setInterval> | undefined
  #done: Promise<unknown> = Promise.resolve()
  #copiedAt = 0
  #isStale = true
  #isCopying = false
  #isOver = false

  constructor(kept: KeptBoard, owner: Owner, link: OpenLink, clock: ServerClock) {
    this.#kept = kept
    this.#owner = owner
    this.#link = link
    this.#clock = clock
    this.#tabs = new BroadcastChannel(`samtavlan ${kept.id}`)
    this.#tabs.onmessage = ({ data }) => this.#showFrom(data as Uint8Array)
    link.saved.outbox.keepBy(this)
    if (link.kept) return // a copy of a copy would only be older
    link.doc.on('update', this.#age)
    this.#timer = setInterval(() => void this.#copyIfOld(), LOOK_EVERY_MS)
    void this.#copyIfOld()
  }

  keep(change: Waiting): void {
    this.#numbers.set(
      change.id,
      this.#then(() => this.#kept.add(this.#owner, change)),
    )
    this.#tabs.postMessage(change.update)
  }

  release(ids: readonly number[]): void {
    const numbers = ids.flatMap((id) => this.#numbers.get(id) ?? [])
    for (const id of ids) this.#numbers.delete(id)
    void this.#then(async () => {
      const kept = await Promise.all(numbers)
      await this.#kept.remove(kept.filter((number) => number !== null))
    })
  }

  /** Resolves when all that was asked for so far rests on the device. */
  async settle(): Promise<void> {
    await this.#done
  }

  /** Removes what this kept for itself. */
  releaseAll(): void {
    this.release([...this.#numbers.keys()])
  }

  stop(): void {
    this.#isOver = true
    clearInterval(this.#timer)
    this.#link.doc.off('update', this.#age)
    this.#tabs.close()
  }

  readonly #age = (): void => {
    this.#isStale = true
  }

  async #copyIfOld(): Promise<void> {
    const at = this.#link.saved.heardAt ?? 0
    const isOld = this.#isStale || at - this.#copiedAt >= COPY_AGE_MS
    if (!this.#mayCopy || this.#isCopying || !isOld) return
    this.#isCopying = true
    this.#isStale = false
    this.#copiedAt = at
    const clockAhead = this.#clock.now() - Date.now()
    try {
      const parts = await pickLiveCases(Y.encodeStateAsUpdate(this.#link.doc))
      if (this.#mayCopy) await this.#then(() => this.#kept.writeCopy({ parts, at, clockAhead }))
    } catch {
      this.#isStale = true // it is tried again at the next look
    } finally {
      this.#isCopying = false
    }
  }

  /** To be shown, a board that was sent away needs the server's leave again. */
  get #mayCopy(): boolean {
    return !this.#isOver && this.#link.ended === null
  }

  /** What another tab did, unless something before it is not here yet: it comes from the server then. */
  #showFrom(update: Uint8Array): void {
    if (follows(this.#link.doc, update)) Y.applyUpdate(this.#link.doc, update, OTHER_TAB)
  }

  /** One thing after the other; null for one that failed. */
  #then<T>(task: () => Promise<T>): Promise<T | null> {
    const result = this.#done.then(task).catch(() => null)
    this.#done = result
    return result
  }
}
