import type { Case } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { LANES, type Lane } from '../../../shared/lane.ts'

/** What a lane shows while something is dragged: cases, the drop slot, and the gap it left. */
export type Shown = Case & { isDndShadowItem?: true; isGap?: true }

export type Drop = { case: CaseId; to: Lane; before: CaseId | null }

type Lanes = Readonly<Record<Lane, readonly Shown[]>>
type Held = { case: Case; from: Lane; at: number }
export type Carried = Held & { lane: Lane; position: number }

/**
 * A drag in progress, by pointer or keyboard. From its start the board's view stands still (U2):
 * the lanes below are a copy that only the drag rearranges, until it ends.
 */
export class DragState {
  readonly #live: (lane: Lane) => readonly Case[]
  #lanes = $state.raw<Lanes | null>(null)
  #held = $state.raw<Held | null>(null)
  #carried = $state.raw<Carried | null>(null)

  /** @param live what a lane shows when nothing is dragged */
  constructor(live: (lane: Lane) => readonly Case[]) {
    this.#live = live
  }

  shown(lane: Lane): readonly Shown[] {
    return this.#lanes?.[lane] ?? this.#live(lane)
  }

  /** The case that is being dragged, however. */
  get held(): Case | null {
    return this.#held?.case ?? null
  }

  /** The case that the keyboard carries, and where it is. */
  get carried(): Carried | null {
    return this.#carried
  }

  /** Whether the drop slot still stands where the case came from. */
  isAtOrigin(lane: Lane, index: number): boolean {
    return this.#held?.from === lane && this.#held.at === index
  }

  /** Stops the view; nothing when the case is not there. */
  begin(id: CaseId, from: Lane): void {
    const at = this.#live(from).findIndex((one) => one.id === id)
    const held = this.#live(from)[at]
    if (!held) return
    this.#held = { case: held, from, at }
    this.#lanes = Object.fromEntries(
      LANES.map((lane) => [lane, this.#live(lane)]),
    ) as unknown as Lanes
  }

  /** Takes over what the pointer's drag made of a lane, and keeps the gap where it came from. */
  rearrange(lane: Lane, items: readonly Shown[]): void {
    if (!this.#lanes || !this.#held) return
    const { from, at, case: held } = this.#held
    const without = items.filter((one) => !one.isGap)
    const left = lane === from && !without.some((one) => one.isDndShadowItem)
    const gap: Shown = { ...held, id: `gap ${held.id}` as CaseId, isGap: true }
    this.#lanes = { ...this.#lanes, [lane]: left ? without.toSpliced(at, 0, gap) : without }
  }

  /** Picks a case up with the keyboard. */
  carry(id: CaseId, from: Lane): void {
    this.begin(id, from)
    if (this.#held) this.#carried = { ...this.#held, lane: from, position: this.#held.at }
  }

  /** Carries it on: along its lane, or into another. */
  carryTo(lane: Lane, position: number): void {
    const carried = this.#carried
    if (!carried || !this.#lanes) return
    const others = this.#lanes[lane].filter((one) => one.id !== carried.case.id)
    const at = Math.max(0, Math.min(position, others.length))
    const left = this.#lanes[carried.lane].filter((one) => one.id !== carried.case.id)
    this.#lanes = {
      ...this.#lanes,
      [carried.lane]: left,
      [lane]: others.toSpliced(at, 0, carried.case),
    }
    this.#carried = { ...carried, lane, position: at }
  }

  /** What dropping the carried case here would do; null when it stands where it stood. */
  carriedDrop(): Drop | null {
    const carried = this.#carried
    if (!carried || !this.#lanes) return null
    const { lane, position, from, at } = carried
    if (lane === from && position === at) return null
    const before = this.#lanes[lane][position + 1]?.id ?? null
    return { case: carried.case.id, to: lane, before }
  }

  /** What dropping a dragged case among these would do; null when it stands where it stood. */
  dropAmong(lane: Lane, items: readonly Shown[]): Drop | null {
    if (!this.#held) return null
    const { case: held, from, at } = this.#held
    const without = items.filter((one) => !one.isGap)
    const position = without.findIndex((one) => one.id === held.id)
    if (position === -1 || (lane === from && position === at)) return null
    return { case: held.id, to: lane, before: without[position + 1]?.id ?? null }
  }

  /** Lets the view follow the board again. */
  end(): void {
    this.#lanes = null
    this.#held = null
    this.#carried = null
  }
}
