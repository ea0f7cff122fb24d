import type * as Y from 'yjs'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'

/** What the last transaction of this page did to cases, until somebody takes it. */
export class OwnChanges {
  readonly stop: () => void
  #changes: readonly CaseChange[] = []

  constructor(doc: Y.Doc) {
    this.stop = observeChanges(doc, (changes) => (this.#changes = changes), 'own')
  }

  take(): readonly CaseChange[] {
    const changes = this.#changes
    this.#changes = []
    return changes
  }
}
