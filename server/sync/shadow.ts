import * as Y from 'yjs'
import { openRoots } from '../../shared/board-document.ts'
import type { CaseChange } from '../../shared/changes.ts'
import { BOARD_BYTES_MAX } from '../../shared/limits.ts'
import type { Superseded } from '../../shared/ruling.ts'
import type { ClientOwner } from '../store/update-log.ts'
import type { Author } from './admission/author.ts'
import { isBulky } from './admission/bulk.ts'
import { changesMade, settingsMade, type SettingChange } from './admission/changes-made.ts'
import { writersIn, type ClientIds } from './admission/client-ids.ts'
import { judge } from './admission/judge.ts'
import { LastWrites } from './admission/last-writes.ts'
import type { Objection } from './admission/objection.ts'
import { settle } from './admission/settle.ts'
import { isSound } from './admission/soundness.ts'
import { survey } from './admission/survey.ts'
import type { Touch } from './admission/touch.ts'
import { writeMeta } from './meta.ts'

/** What came of an untrusted update. */
export type Admission =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refused'; readonly objection: Objection }
  | Admitted

export type Admitted = {
  readonly kind: 'admitted'
  /** What to commit. */
  readonly updates: readonly Uint8Array[]
  /** Whether it presumes what we lack. */
  readonly gap: boolean
  readonly changes: readonly CaseChange[]
  readonly settings: readonly SettingChange[]
  readonly superseded: readonly Superseded[]
  /** The Yjs clients that its author has written as for the first time. */
  readonly clients: readonly ClientOwner[]
}

/** What the server wrote by itself. */
export type Written<T> = { readonly result: T; readonly updates: readonly Uint8Array[] }

type Fault = Exclude<Admission, Admitted>
type Verdict = Fault | Omit<Admitted, 'updates'>

/**
 * The board as it will be once everything admitted is on disk. Untrusted updates are applied
 * here first, judged and settled, and what this document says of them is stored and sent on.
 */
export class Shadow {
  readonly #rebuild: () => readonly Uint8Array[]
  readonly #clientIds: ClientIds
  readonly #writes = new LastWrites()
  #doc: Y.Doc
  #roots: ReadonlySet<string> = new Set()
  #bytes = 0
  #updates: Uint8Array[] = []

  /** @param rebuild everything that was committed or admitted, to start afresh from */
  constructor(rebuild: () => readonly Uint8Array[], clientIds: ClientIds) {
    this.#rebuild = rebuild
    this.#clientIds = clientIds
    this.#doc = this.#open()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** Takes note of the document's true size, without what was overwritten in it. */
  weigh(bytes: number): void {
    this.#bytes = bytes
  }

  /**
   * Takes an update in, with what the server has to say to it, or leaves no trace of it.
   * @param whole whether it is all that its sender has and the server lacked
   */
  admit(update: Uint8Array, author: Author, whole: boolean): Admission {
    const fault = faultOf(this.#doc, update)
    if (fault !== null) return fault
    this.#updates = []
    let verdict: Verdict | null = null
    try {
      verdict = this.#doc.transact((transaction) => {
        const decided = this.#decide(transaction, update, author, whole)
        // What is thrown away need not be collected, which goes on for ever where it holds itself.
        this.#doc.gc = decided.kind === 'admitted'
        return decided
      })
    } finally {
      if (verdict?.kind !== 'admitted') this.#reset()
    }
    if (verdict.kind !== 'admitted') return verdict
    this.#dropStrangeRoots()
    this.#bytes += sizeOf(this.#updates)
    return { ...verdict, updates: this.#updates }
  }

  /** Writes what is the server's own, which nobody judges; gives the updates to commit. */
  write<T>(work: (doc: Y.Doc) => T): Written<T> {
    this.#updates = []
    const result = this.#doc.transact(() => work(this.#doc))
    this.#bytes += sizeOf(this.#updates)
    return { result, updates: this.#updates }
  }

  /** Merges, judges and settles in one transaction, so that what nobody is to see is in no update. */
  #decide(transaction: Y.Transaction, update: Uint8Array, author: Author, whole: boolean): Verdict {
    if (!applies(this.#doc, update) || !isSound(transaction)) return UNREADABLE
    transaction.local = true // else Yjs gives the document a new client id, for it writes here too
    const writers = writersIn(transaction)
    const { touches, objection: misfit } = survey(transaction)
    const gap = this.#dropPending()
    const { by } = author
    const objection =
      (gap && whole ? INCOMPLETE : null) ??
      (by === null ? null : this.#clientIds.objectionTo(writers, by)) ??
      misfit ??
      judge(this.#doc, touches, author, this.#bytes > BOARD_BYTES_MAX)
    if (objection !== null) return { kind: 'refused', objection }
    const settled = this.#settle(touches, author)
    const clients = by === null ? [] : this.#clientIds.claim(writers, by)
    return { kind: 'admitted', gap, ...settled, clients }
  }

  #settle(touches: readonly Touch[], author: Author) {
    const { decisions, superseded } = settle(this.#doc, touches, this.#writes, author)
    const changes = changesMade(this.#doc, touches, decisions)
    if (changes.length > 0) writeMeta(this.#doc, changes, author)
    return { changes, settings: settingsMade(touches), superseded }
  }

  /** Whatever a bad update left behind goes with the document. */
  #reset(): void {
    this.#doc.destroy()
    this.#doc = this.#open()
  }

  #open(): Y.Doc {
    const doc = new Y.Doc()
    openRoots(doc)
    this.#roots = new Set(doc.share.keys())
    const updates = this.#rebuild()
    for (const update of updates) Y.applyUpdate(doc, update)
    this.#bytes = sizeOf(updates)
    doc.on('update', (update) => this.#updates.push(update))
    return doc
  }

  /** What waits for missing parts is not kept: its sender is asked for the whole. */
  #dropPending(): boolean {
    const { store } = this.#doc
    const gap = store.pendingStructs !== null || store.pendingDs !== null
    store.pendingStructs = null
    store.pendingDs = null
    return gap
  }

  /** Yjs makes each root that an update names, also for what it then does not put anywhere. */
  #dropStrangeRoots(): void {
    for (const name of this.#doc.share.keys())
      if (!this.#roots.has(name)) this.#doc.share.delete(name)
  }
}

const UNREADABLE = { kind: 'unreadable' } as const
const TOO_MUCH: Objection = { reason: 'too-much', case: null, part: null }
const INCOMPLETE: Objection = { reason: 'incomplete', case: null, part: null }

const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0)

/** What is wrong with an update before it is merged: nothing of these is in the document. */
function faultOf(doc: Y.Doc, update: Uint8Array): Fault | null {
  try {
    return isBulky(doc, update) ? { kind: 'refused', objection: TOO_MUCH } : null
  } catch {
    return UNREADABLE
  }
}

/** Whether Yjs can make something of it; else it may have stopped half-way. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
    return true
  } catch {
    return false
  }
}
