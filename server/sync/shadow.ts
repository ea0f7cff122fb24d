import * as Y from 'yjs'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { isSound } from './soundness.ts'
import { writeMeta, type Author } from './meta.ts'

/** What came of an untrusted update: what to commit, and whether it presumes what we lack. */
export type Admitted = { readonly updates: readonly Uint8Array[]; readonly gap: boolean }

/**
 * The board as it will be once everything admitted is on disk. Untrusted updates are applied
 * here first, and what this document says about them is what is stored and sent on.
 */
export class Shadow {
  readonly #rebuild: () => readonly Uint8Array[]
  #doc: Y.Doc
  #updates: Uint8Array[] = []
  #changes: CaseChange[] = []
  #isSound = true

  /** @param rebuild everything that was committed or admitted, to start afresh from */
  constructor(rebuild: () => readonly Uint8Array[]) {
    this.#rebuild = rebuild
    this.#doc = this.#open()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** Takes an update in, with the server's notes on it; null when it is not one. */
  admit(update: Uint8Array, author: Author): Admitted | null {
    if (!decodes(update)) return null
    this.#updates = []
    this.#changes = []
    this.#isSound = true
    try {
      Y.applyUpdate(this.#doc, update)
      if (!this.#isSound) return this.#reset()
      const gap = this.#dropPending()
      if (this.#changes.length > 0)
        this.#doc.transact(() => writeMeta(this.#doc, this.#changes, author))
      return { updates: this.#updates, gap }
    } catch {
      return this.#reset() // it decoded, and yet Yjs threw half-way
    }
  }

  /** Whatever a bad update left behind goes with the document. */
  #reset(): null {
    this.#doc.destroy()
    this.#doc = this.#open()
    return null
  }

  #open(): Y.Doc {
    const doc = new Y.Doc()
    for (const update of this.#rebuild()) Y.applyUpdate(doc, update)
    doc.on('update', (update) => this.#updates.push(update))
    doc.on('beforeObserverCalls', (transaction) => (this.#isSound &&= isSound(transaction)))
    observeChanges(doc, (changes) => this.#changes.push(...changes))
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
}

function decodes(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false
  }
}
