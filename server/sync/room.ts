import * as Y from 'yjs'
import type { Access } from '../../shared/access.ts'
import type { BoardId, Epoch } from '../../shared/ids.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Ruling } from '../../shared/ruling.ts'
import type { CloseReason } from '../../shared/wire.ts'
import { heedChanges } from '../alerts/alert-change.ts'
import type { AlertChange } from '../store/update-log.ts'
import { actOn, asServer, type Act } from './act.ts'
import type { Author } from './admission/author.ts'
import { ClientIds } from './admission/client-ids.ts'
import { Audience, type Member } from './audience.ts'
import { Cargo } from './cargo.ts'
import type { Flight, Source } from './committer.ts'
import type { LoadedBoard } from './load-board.ts'
import type { SyncMeter } from './meter.ts'
import type { News } from './news.ts'
import { Projection } from './projection.ts'
import { Shadow, type Admission } from './shadow.ts'

export type RoomParts = {
  readonly board: BoardId
  readonly epoch: Epoch
  readonly loaded: LoadedBoard
  readonly meter: SyncMeter
  readonly now: () => number
  /** Asks for a flight at the end of this turn. */
  readonly request: (room: Room) => void
  /** Told what there is to tell beyond the room, once it is on disk. */
  readonly onNews: (room: Room, news: News) => void
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
  #waiting = new Cargo()
  #flying: Uint8Array | null = null
  #weight = 0
  #frozen: PromiseWithResolvers<void> | null = null
  /** Why nobody is in here any more. */
  #retired: CloseReason | null = null

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
    const rebuild = () => [
      Y.encodeStateAsUpdate(loaded.doc),
      ...(this.#flying ? [this.#flying] : []),
      ...this.#waiting.updates,
    ]
    this.#shadow = new Shadow(rebuild, new ClientIds(loaded.clients))
  }

  /** The last commit's number. */
  get seq(): number {
    return this.#seq
  }

  /** How many rows its log has grown to since the last snapshot. */
  get rows(): number {
    return this.#rows
  }

  /** The document's size in bytes when it was last compacted; 0 before. */
  get weight(): number {
    return this.#weight
  }

  /** Whether it takes nothing in any more: what comes now is for the board's next epoch. */
  get isFrozen(): boolean {
    return this.#frozen !== null
  }

  get isEmpty(): boolean {
    return this.team.size === 0 && this.wall.size === 0
  }

  /** Whether everything is on disk. */
  get isSaved(): boolean {
    return this.#waiting.isEmpty && this.#flying === null
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
    if (this.#retired) member.close(this.#retired)
    return audience
  }

  leave(member: Member): void {
    this.team.leave(member)
    this.wall.leave(member)
    this.#waiting.forget(member)
    this.#parts.onCalm()
  }

  /** Whether a wall that knows this much can be brought up to date. */
  overrules(vector: Uint8Array): boolean {
    return this.#projection.overrules(vector)
  }

  /**
   * Takes an untrusted update in, to be committed, or only the fact that it was refused.
   * @param whole whether it is all that its sender has and the server lacked
   */
  admit(update: Uint8Array, author: Author, whole: boolean): Admission {
    if (this.isFrozen) throw new Error(`${this.board}@${this.epoch} takes nothing any more`)
    const admission = this.#shadow.admit(update, author, whole)
    this.#waiting.take(admission, author, this.ahead)
    if (admission.kind === 'admitted') {
      const { changes } = admission
      this.write((doc) => heedChanges(doc, changes, author))
    }
    if (!this.#waiting.isEmpty) this.#parts.request(this)
    return admission
  }

  /** Has the server itself change the board, by the door that everybody's changes take. */
  act(act: Act): Outcome {
    const { outcome, update } = actOn(this.ahead, act)
    if (!outcome.ok) return outcome
    const admission = this.admit(update, asServer(this.#parts.now()), true)
    if (admission.kind !== 'admitted')
      throw new Error(`What the server did was not admitted: ${JSON.stringify(admission)}`)
    return outcome
  }

  /** Writes what only the server does; what becomes of alerts is stored and told with it. */
  write(change: (doc: Y.Doc) => readonly AlertChange[]): void {
    if (this.isFrozen) return // the next epoch is written to as it is loaded
    this.#waiting.alert(this.#shadow.write(change))
    if (!this.#waiting.isEmpty) this.#parts.request(this)
  }

  /** Has a member told once everything admitted so far is on disk. */
  confirm(member: Member, received: number): void {
    this.#waiting.oweReceipt(member, received)
    this.#parts.request(this)
  }

  /** Has a member told what became of what it sent, once that is on disk. */
  rule(member: Member, ruling: Ruling): void {
    this.#waiting.oweRuling(member, ruling)
    this.#parts.request(this)
  }

  /** Takes nothing in from now on. Resolves when all that was is on disk, and its senders know. */
  freeze(): Promise<void> {
    this.#frozen ??= Promise.withResolvers()
    this.#parts.request(this)
    return this.#frozen.promise
  }

  /** Sends everybody away; who comes later too. */
  retire(why: CloseReason): void {
    this.#retired = why
    for (const member of [...this.members()]) member.close(why)
  }

  takeOff(): Flight {
    const { board, epoch } = this
    const last = this.#frozen
    const cargo = this.#waiting
    const update = cargo.merged()
    this.#waiting = new Cargo()
    this.#flying = update
    return {
      batch: cargo.isEmpty ? null : { board, epoch, ...cargo.batch(update) },
      land: (seq) => {
        if (update !== null && seq !== null) this.#show(update, seq)
        const waited = cargo.deliver(this.#seq)
        if (waited !== null) this.#parts.meter.acknowledged(waited)
        this.#parts.onNews(this, cargo.news)
        this.#parts.onCalm()
        last?.resolve()
      },
    }
  }

  abandon(error: unknown): void {
    this.#frozen?.reject(error)
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
    const update = Y.encodeStateAsUpdate(fresh)
    this.#rows = 1
    this.#weight = update.length
    this.#shadow.weigh(update.length)
    return { seq: this.#seq, update }
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
