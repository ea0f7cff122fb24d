import type { Case } from '../../../shared/case.ts'
import type { Lane } from '../../../shared/lane.ts'
import { dayOf } from '../../../shared/team-time.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Now } from '../../state/now.svelte.ts'
import type { BoardFilter } from './filter.svelte.ts'

/**
 * One lane as the filter leaves it; of the closed ones, today's. Its array changes only when
 * something in it does.
 */
export class FilteredLane {
  readonly #board: BoardState
  readonly #filter: BoardFilter
  readonly #now: Now
  readonly lane: Lane

  constructor(lane: Lane, board: BoardState, filter: BoardFilter, now: Now) {
    this.lane = lane
    this.#board = board
    this.#filter = filter
    this.#now = now
  }

  readonly #today = $derived.by(() => dayOf(this.#now.minute))
  readonly #all: readonly Case[] = $derived.by(() => this.#board.lane(this.lane))
  readonly #current: readonly Case[] = $derived.by(() => {
    if (this.lane !== 'done') return this.#all
    return this.#all.filter((one) => dayOf(one.closed.at) === this.#today)
  })
  readonly cases: readonly Case[] = $derived.by(() => this.#filter.select(this.#current))
}
