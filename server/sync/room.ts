import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import { Audience, type Member } from './audience.ts'
import type { Flight, Source } from './committer.ts'
import type { LoadedBoard } from './load-board.ts'
import type { Author } from './meta.ts'
import type { SyncMeter } from './meter.ts'
import { Projection } from './projection.ts'
import { Shadow } from './shadow.ts'

export type RoomParts = {
  readonly board: BoardId
  readonly epoch: Epoch
  readonly loaded: LoadedBoard
  readonly meter: SyncMeter
  readonly now: () => number
  /** Asks for a flight at the end of this turn. */
  readonly request: (room: Room) => void
  /** Called after each commit and when somebody leaves. */
  readonly onCalm: () => void
  /** Called when what was admitted cannot be shown: the room must not serve any longer. */
  readonly onBroken: (error: unknown) => void
}

/** One open board: what is on disk and shown, what is admitted but not yet on disk, and to whom. */
export class Room implements Source {
  readonly board: BoardId
  readonly epoch: Epoch
  /** Those who see the board itself, as it is on disk. */
  readonly team: Audience
  /** Those who see only its redacted copy. */
  readonly wall: Audience
  readonly #parts: RoomParts
  readonly #shadow: Shadow
  readonly #projection: Projection
  #seq: number
  #rows: number
  #waiting: Uint8Array[] = []
  #flying: Uint8Array | null = null
  #owed = new Map<Member, number>()
  #owedSince = 0

  constructor(parts: RoomParts) {
    const { board, epoch, loaded, now } = parts
    this.#parts = parts
    this.board = board
    this.epoch = epoch
    this.#seq = loaded.seq
    this.#rows = loaded.rows
    this.team = new Audience(loaded.doc)
    this.#projection = new Projection(loaded.doc, now)
    this.wall = new Audience(this.#projection.doc)
    this.#shadow = new Shadow(() => [
      Y.encodeStateAsUpdate(loaded.doc),
      ...(this.#flying ? [this.#flying] : []),
      ...this.#waiting,
    ])
  }

  /** The last commit's number. */
  get seq(): number {
    return this.#seq
  }

  /** How many rows its log has grown to since the last snapshot. */
  get rows(): number {
    return this.#rows
  }

  get isEmpty(): boolean {
    return this.team.size === 0 && this.wall.size === 0
  }

  /** Whether everything is on disk. */
  get isSaved(): boolean {
    return this.#waiting.length === 0 && this.#flying === null
  }

  /** The document that includes what is not yet on disk: what clients are asked to complete. */
  get ahead(): Y.Doc {
    return this.#shadow.doc
  }

  *members(): IterableIterator<Member> {
    yield* this.team
    yield* this.wall
  }

  join(member: Member, access: Access): Audience {
    const audience = access === 'display' ? this.wall : this.team
    if (access === 'display') this.#project()
    audience.join(member)
    return audience
  }

  leave(member: Member): void {
    this.team.leave(member)
    this.wall.leave(member)
    this.#owed.delete(member)
    this.#parts.onCalm()
  }

  /** Whether a wall that knows this much can be brought up to date. */
  overrules(vector: Uint8Array): boolean {
    return this.#projection.overrules(vector)
  }

  /** Takes an untrusted update in, to be committed. */
  admit(update: Uint8Array, author: Author): 'admitted' | 'gap' | 'unreadable' {
    const admitted = this.#shadow.admit(update, author)
    if (admitted === null) return 'unreadable'
    if (admitted.updates.length > 0) {
      this.#waiting.push(...admitted.updates)
      this.#parts.request(this)
    }
    return admitted.gap ? 'gap' : 'admitted'
  }

  /** Has a member told once everything admitted so far is on disk. */
  confirm(member: Member, received: number): void {
    if (this.#owed.size === 0) this.#owedSince = performance.now()
    this.#owed.set(member, received)
    this.#parts.request(this)
  }

  takeOff(): Flight {
    const { board, epoch } = this
    const merged = this.#waiting.length > 0 ? Y.mergeUpdates(this.#waiting) : null
    const owed = this.#owed
    const since = this.#owedSince
    this.#flying = merged
    this.#waiting = []
    this.#owed = new Map()
    return {
      batch: merged && { board, epoch, updates: [merged], audit: [] },
      land: (seq) => {
        if (merged !== null && seq !== null) this.#show(merged, seq)
        for (const [member, received] of owed) member.saved(received, this.#seq)
        if (owed.size > 0) this.#parts.meter.acknowledged(performance.now() - since)
        this.#parts.onCalm()
      },
    }
  }

  abandon(error: unknown): void {
    this.#parts.onBroken(error)
  }

  /** Brings the walls up to date, when there are any. */
  refreshWall(): void {
    if (this.wall.size > 0) this.#project()
  }

  /** The whole board as it is on disk, without what was deleted in it, to replace its log. */
  snapshot(): { seq: number; update: Uint8Array } {
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(this.team.doc)) // throws here rather than at a load
    this.#rows = 1
    return { seq: this.#seq, update: Y.encodeStateAsUpdate(fresh) }
  }

  #project(): void {
    const change = this.#projection.refresh()
    if (change !== null) this.wall.broadcast(change)
  }

  #show(update: Uint8Array, seq: number): void {
    this.#flying = null
    this.#seq = seq
    this.#rows++
    this.team.broadcast(update) // it is on disk: nobody needs to wait for what follows
    Y.applyUpdate(this.team.doc, update)
    this.refreshWall()
  }
}
