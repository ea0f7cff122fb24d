import type { Link } from '../../../client/state/board-link.svelte.ts'

/** A link whose board arrives when a test says so. */
export class StagedLink implements Link {
  readonly access = 'write'
  readonly ended = null
  begun = $state(false)
  synced = $state(false)

  /** All of the board is here. */
  arrive(): void {
    this.begun = this.synced = true
  }
}
