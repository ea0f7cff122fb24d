import { createContext } from 'svelte'
import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'
import { redo } from '../../shared/redo.ts'
import type { Ruling, Superseded } from '../../shared/ruling.ts'
import { Close, type Frame } from '../../shared/wire.ts'
import { follows } from '../net/adopt.ts'
import { BoardConnection } from '../net/board-connection.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { Now } from './now.svelte.ts'
import type { Change } from './outbox.svelte.ts'
import { OwnChanges } from './own-changes.ts'
import { SavedState } from './saved.svelte.ts'

/** How a board's surface stands with the server. */
export interface Link {
  /** Whether there is something of the board to show. */
  readonly begun: boolean
  /** Whether the whole board has arrived once. */
  readonly synced: boolean
  /** What this session may do; null until the server has said. */
  readonly access: Access | null
  /** The close code with which the server sent this address away for good; else null. */
  readonly ended: number | null
}

type Refused = Extract<Ruling, { kind: 'refused' }>

/** A board's document with its way to the server, if it has one. */
export interface OpenLink extends Link {
  /** The epoch that its document is of. */
  readonly epoch: Epoch
  /** Whether it is only what this device has kept: it reaches no server. */
  readonly kept: boolean
  readonly doc: Y.Doc
  readonly saved: SavedState
  /** The server's build, once it has said. */
  readonly build: string | null
  /** Whether anybody changed anything here since this document was fetched. */
  readonly hasChanged: boolean
  /** Why the server took nothing of what was sent, if it said so. */
  readonly refused: Refused | null
  /** Somebody looks at it from now on. */
  watched(): void
  /** Goes on after the session was locked; what was changed meanwhile is sent. */
  resume(): void
  destroy(): void
}

export type LinkEvents = {
  /** Own changes did not come to stand. */
  readonly superseded: (ruling: Superseded) => void
  /** All that the server has is here: first of all, and again after each time without contact. */
  readonly arrived: () => void
  /** The server sent this address away for good. */
  readonly ended: (code: number) => void
}

/** A board document that follows the server: the document, how fresh it is, and what may be done. */
export class BoardLink implements OpenLink {
  readonly epoch: Epoch
  readonly kept = false
  readonly doc = new Y.Doc()
  readonly saved: SavedState
  readonly #clock: ServerClock
  readonly #connection: BoardConnection
  readonly #own: OwnChanges
  readonly #events: LinkEvents
  #late: Change | null = null
  #hasChanged = false
  #refused: Refused | null = null
  #begun = $state(false)
  #synced = $state(false)
  #build = $state<string | null>(null)
  #access = $state<Access | null>(null)
  #ended = $state<number | null>(null)

  constructor(
    board: BoardId,
    epoch: Epoch,
    { clock, now }: { clock: ServerClock; now: Now },
    events: LinkEvents,
  ) {
    this.epoch = epoch
    this.#clock = clock
    this.#events = events
    this.saved = new SavedState(now)
    this.#own = new OwnChanges(this.doc)
    this.#connection = new BoardConnection(this.doc, board, epoch, {
      changed: (update) => this.#changed(update),
      sent: (carried, count) => this.saved.outbox.sent(carried, count),
      frame: (frame) => this.#frame(frame),
      begun: () => (this.#begun = true),
      synced: () => this.#arrived(),
      dropped: () => this.saved.dropped(),
      ended: (code) => this.#end(code),
    })
  }

  get begun(): boolean {
    return this.#begun
  }

  get synced(): boolean {
    return this.#synced
  }

  get access(): Access | null {
    return this.#access
  }

  /** What the server runs, once it has said so. */
  get build(): string | null {
    return this.#build
  }

  get ended(): number | null {
    return this.#ended
  }

  get hasChanged(): boolean {
    return this.#hasChanged
  }

  get refused(): Refused | null {
    return this.#refused
  }

  /**
   * Sends what has waited elsewhere, and gives back what cannot be: the board has not what it
   * builds on. What has arrived already is let go.
   */
  adopt(changes: readonly Change[]): Change[] {
    return changes.filter((change) => {
      if (!follows(this.doc, change.update)) return true
      this.#late = change
      this.#connection.relay(change.update)
      this.#late = null
      return false
    })
  }

  /**
   * Does once more what was done in another epoch, and gives back what cannot be. What something
   * newer stands against is told like any other such change.
   */
  redo(changes: readonly Change[], role: Role): Change[] {
    return changes.flatMap((change) => {
      this.#late = change
      const { stranded, superseded } = this.doc.transact(() =>
        redo(this.doc, change.changes, { role }),
      )
      this.#late = null
      for (const ruling of superseded) this.#events.superseded(ruling)
      return stranded.length === 0 ? [] : { ...change, changes: stranded }
    })
  }

  /** The server sends all of it either way. */
  watched(): void {}

  resume(): void {
    if (this.#ended !== Close.locked.code) return
    this.#ended = null
    this.#connection.retry()
  }

  destroy(): void {
    this.#own.stop()
    this.#connection.destroy()
    this.doc.destroy()
  }

  #changed(update: Uint8Array): void {
    this.#hasChanged = true
    const changes = this.#own.take()
    if (this.#late) this.saved.changed({ ...this.#late, update }, true)
    else this.saved.changed({ changes, update, at: this.#clock.now() })
  }

  #arrived(): void {
    this.#begun = this.#synced = true
    this.#events.arrived()
  }

  #end(code: number): void {
    this.#ended = code
    this.#events.ended(code)
  }

  #frame(frame: Frame): void {
    if (frame.type === 'hello') {
      this.#access = frame.access
      this.#build = frame.build
      this.#clock.observe(frame.serverTime)
    } else if (frame.type !== 'ruling') {
      this.#clock.observe(frame.time)
    } else if (frame.kind === 'superseded') {
      this.#events.superseded(frame)
    } else if (frame.kind === 'refused') {
      this.#refused = frame
    }
    this.saved.frame(frame)
  }
}

export const [getLink, setLink] = createContext<Link>()
