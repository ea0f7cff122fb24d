import type { Link } from '../../../client/state/board-link.svelte.ts'

/** A link whose board arrives when a test says so. */
export class StagedLink implements Link {
  synced = $state(false)
  readonly access = 'write'
  readonly ended = null
}
