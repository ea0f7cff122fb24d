import { createContext } from 'svelte'
import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Ruling, Superseded } from '../../shared/ruling.ts'
import type { Frame } from '../../shared/wire.ts'
import { BoardConnection } from '../net/board-connection.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { Now } from './now.svelte.ts'
import { SavedState } from './saved.svelte.ts'

/** How a board's surface stands with the server. */
export interface Link {
  /** Whether the whole board has arrived once. */
  readonly synced: boolean
  /** What this session may do; null until the server has said. */
  readonly access: Access | null
  /** The close code with which the server sent this address away for good; else null. */
  readonly ended: number | null
}

type Refused = Extract<Ruling, { kind: 'refused' }>

/** A board document that follows the server: the document, how fresh it is, and what may be done. */
export class BoardLink implements Link {
  readonly doc = new Y.Doc()
  readonly saved: SavedState
  readonly #clock: ServerClock
  readonly #connection: BoardConnection
  readonly #stopObserving: () => void
  readonly #superseded: (ruling: Superseded) => void
  #made: readonly CaseChange[] = []
  #hasChanged = false
  #refused: Refused | null = null
  #synced = $state(false)
  #build = $state<string | null>(null)
  #access = $state<Access | null>(null)
  #ended = $state<number | null>(null)

  /** @param superseded told of own changes that did not come to stand */
  constructor(
    board: BoardId,
    epoch: Epoch,
    { clock, now }: { clock: ServerClock; now: Now },
    superseded: (ruling: Superseded) => void,
  ) {
    this.#clock = clock
    this.#superseded = superseded
    this.saved = new SavedState(now)
    const make = (changes: CaseChange[]) => {
      this.#made = changes
    }
    this.#stopObserving = observeChanges(this.doc, make, 'own')
    this.#connection = new BoardConnection(this.doc, board, epoch, {
      changed: () => this.#changed(),
      sent: (carried, count) => this.saved.sent(carried, count),
      frame: (frame) => this.#frame(frame),
      synced: () => (this.#synced = true),
      dropped: () => this.saved.dropped(),
      ended: (code) => (this.#ended = code),
    })
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

  /** Whether anybody changed anything here since this document was fetched. */
  get hasChanged(): boolean {
    return this.#hasChanged
  }

  /** Why the server took nothing of what was sent, if it said so. */
  get refused(): Refused | null {
    return this.#refused
  }

  destroy(): void {
    this.#stopObserving()
    this.#connection.destroy()
    this.doc.destroy()
  }

  #changed(): void {
    this.#hasChanged = true
    this.saved.changed(this.#made)
    this.#made = []
  }

  #frame(frame: Frame): void {
    if (frame.type === 'hello') {
      this.#access = frame.access
      this.#build = frame.build
      this.#clock.observe(frame.serverTime)
    } else if (frame.type !== 'ruling') {
      this.#clock.observe(frame.time)
    } else if (frame.kind === 'superseded') {
      this.#superseded(frame)
    } else if (frame.kind === 'refused') {
      this.#refused = frame
    }
    this.saved.frame(frame)
  }
}

export const [getLink, setLink] = createContext<Link>()
