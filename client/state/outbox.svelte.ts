import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'

/** Something done here, and the Yjs update that carries it. */
export type Change = {
  readonly at: Timestamp
  readonly changes: readonly CaseChange[]
  readonly update: Uint8Array
}

/** A change that is not yet known to be on the server's disk. */
export type Waiting = Change & {
  readonly id: number
  /** Whether there was a time when it could not be sent. */
  readonly delayed: boolean
  /** The message that carried it on this socket; null if none has yet. */
  readonly message: number | null
}

/** A change that had to wait, and when the server had it at last. */
export type Arrived = Pick<Waiting, 'id' | 'at' | 'changes'> & { readonly savedAt: Timestamp }

/** Without those of typing that are typed further: each pause in it is a change of its own. */
export function toldApart<E extends Pick<Change, 'changes'>>(entries: readonly E[]): E[] {
  const isTyped = (one: CaseChange, later: readonly E[]) =>
    one.kind === 'text' &&
    later.some(({ changes }) =>
      changes.some(
        (other) => other.kind === 'text' && other.case === one.case && other.part === one.part,
      ),
    )
  return entries.filter(
    ({ changes }, i) =>
      !changes.length || !changes.every((one) => isTyped(one, entries.slice(i + 1))),
  )
}

/** Where changes wait outside of the page too, until they are saved. */
export interface Keeper {
  keep(change: Waiting): void
  release(ids: readonly number[]): void
}

/** Changes made here, until the server says that they are on disk. */
export class Outbox {
  #waiting = $state.raw<readonly Waiting[]>([])
  #arrived = $state.raw<readonly Arrived[]>([])
  #keeper: Keeper | null = null
  #made = 0

  /** Those that wait, the earliest first. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  /** Those that had to wait and have arrived since, the earliest first, until they are cleared. */
  get arrived(): readonly Arrived[] {
    return this.#arrived
  }

  clearArrived(): void {
    this.#arrived = []
  }

  /** Has all that waits, now and later, kept by somebody. */
  keepBy(keeper: Keeper): void {
    this.#keeper = keeper
    for (const one of this.#waiting) keeper.keep(one)
  }

  /** @param delayed whether it cannot be sent at once, or has waited elsewhere */
  add(change: Change, delayed: boolean): void {
    const waiting = { ...change, id: ++this.#made, delayed, message: null }
    this.#waiting = [...this.#waiting, waiting]
    this.#keeper?.keep(waiting)
  }

  /** An update message carries the latest change; a whole one carries all that had no way yet. */
  sent(carried: 'update' | 'whole', message: number): void {
    const from = carried === 'whole' ? 0 : this.#waiting.length - 1
    this.#waiting = this.#waiting.map((one, i) =>
      i >= from && one.message === null ? { ...one, message } : one,
    )
  }

  /** So many of this socket's messages are on disk. */
  saved(received: number, savedAt: Timestamp): void {
    const isSaved = ({ message }: Waiting) => message !== null && message <= received
    const saved = this.#waiting.filter(isSaved)
    if (saved.length === 0) return
    this.#waiting = this.#waiting.filter((one) => !isSaved(one))
    const late = saved.filter(({ delayed }) => delayed)
    const arrived = late.map(({ id, at, changes }) => ({ id, at, changes, savedAt }))
    if (arrived.length > 0) this.#arrived = [...this.#arrived, ...arrived]
    this.#keeper?.release(saved.map(({ id }) => id))
  }

  /** The next socket starts counting afresh: what was not confirmed has to be sent again. */
  dropped(): void {
    this.#waiting = this.#waiting.map((one) => ({ ...one, message: null, delayed: true }))
  }
}
