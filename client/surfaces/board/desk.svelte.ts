import { createContext, tick } from 'svelte'
import type { Case, OutcomeName } from '../../../shared/case.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase, type MoveCase } from '../../../shared/commands/move-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { LANES, type Lane } from '../../../shared/lane.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { laneName, outcomeWords } from '../../i18n/words.ts'
import type { Link } from '../../state/board-link.svelte.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Identified } from '../../state/identified.svelte.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import type { Now } from '../../state/now.svelte.ts'
import type { Presence } from '../../state/presence.svelte.ts'
import type { Route } from '../../state/route.svelte.ts'
import { wasBeaten } from '../../ui/beaten.ts'
import type { Insisting } from '../../ui/Beaten.svelte'
import { caseTitle } from '../../ui/card-text.ts'
import type { Meaning } from '../../ui/WhichAtCard.svelte'
import { DragState, type Drop, type Shown } from './drag.svelte.ts'
import { BoardFilter } from './filter.svelte.ts'
import { FilteredLane } from './lanes.svelte.ts'
import { RemoteMoves } from './remote-moves.svelte.ts'
import { Rover } from './rover.svelte.ts'
import { Selection } from './selection.svelte.ts'
import { Together } from './together.ts'
import { Turns } from './turns.ts'

type Parts = {
  board: BoardState
  link: Pick<Link, 'synced'>
  route: Route
  notices: Notices
  presence: Presence
  now: Now
  identified: Identified
}

type Asks = {
  /** Lets the user choose how a case ends, which closes it: beside its card or beside the lane. */
  outcome: (id: CaseId, beside: 'card' | 'lane') => void
  /** Says that somebody was faster, and lets the user insist. */
  beaten: (insisting: Insisting) => void
  /** Asks which of those with near-equal names the user means. */
  which: (meaning: Meaning) => void
}

/** Everything that the board's surface does, whatever it was done with: mouse, finger or key. */
export class Desk {
  readonly filter: BoardFilter
  readonly drag: DragState
  readonly rover: Rover
  readonly moves: RemoteMoves
  readonly selection: Selection
  /** What is done to all marked cases. */
  readonly together: Together
  /** Lanes draw their further cards in turn. */
  readonly turns = new Turns()
  readonly #parts: Parts
  readonly #lanes: Readonly<Record<Lane, FilteredLane>>
  readonly #asks: Asks
  #cancelled = false
  #slotHeight = $state(0)

  constructor(parts: Parts, asks: Asks) {
    this.#parts = parts
    this.#asks = asks
    this.filter = new BoardFilter(parts)
    this.#lanes = Object.fromEntries(
      LANES.map((lane) => [lane, new FilteredLane(lane, parts.board, this.filter, parts.now)]),
    ) as unknown as Record<Lane, FilteredLane>
    this.drag = new DragState((lane) => this.cases(lane))
    this.rover = new Rover((lane) => this.drag.shown(lane))
    this.moves = new RemoteMoves(parts.board, parts.notices)
    this.selection = new Selection(parts.board)
    this.together = new Together(parts, this.selection)
  }

  /** A lane's cases as the filter leaves them, whatever is being dragged. */
  cases(lane: Lane): readonly Case[] {
    return this.#lanes[lane].cases
  }

  seen(one: Case): void {
    this.#parts.board.run(markSeen, { case: one.id }, m.said_seen({ case: caseTitle(one) }))
  }

  /**
   * Without choosing a spot: the lane's own order places it.
   * @param seen the case as it was when the user began to choose
   */
  async moveTo(seen: Case, to: Lane): Promise<void> {
    await this.#move(seen, { case: seen.id, to, before: 'natural' }, 'card')
  }

  /** @param seen the case as it was when the user began to choose */
  async finish(seen: Case, outcome: OutcomeName): Promise<void> {
    const said = m.said_closed({ outcome: outcomeWords[outcome]() })
    const finish = () => void this.#parts.board.run(finishCase, { case: seen.id, outcome }, said)
    if (this.#isBeaten(seen)) await this.#sayBeaten(seen.id, m.beaten_close_anyway(), finish)
    else finish()
  }

  /** Marks a case, or takes its mark away. @param range everything from the last one to it */
  mark(one: Case, { range = false } = {}): void {
    if (range) this.selection.extend(one, this.cases(one.lane))
    else this.selection.toggle(one)
    const said = { case: caseTitle(one), count: this.selection.cases.length }
    const isMarked = this.selection.has(one.id)
    this.#parts.notices.say(
      isMarked ? m.selection_said_marked(said) : m.selection_said_unmarked(said),
    )
  }

  unmark(): void {
    const back = this.selection.last ?? LANES.flatMap((lane) => this.cases(lane))[0]?.id
    this.selection.clear()
    if (back !== undefined) void this.focusSoon(back)
  }

  /** As high as the card that is being dragged. */
  get slotHeight(): number {
    return this.#slotHeight
  }

  pickUp(id: CaseId, from: Lane): void {
    this.#cancelled = false
    this.#slotHeight = this.rover.cardOf(id)?.offsetHeight ?? 0
    this.drag.begin(id, from)
    this.#parts.presence.hold(id)
  }

  /** The pointer's drag will end without a drop, as soon as the library lets go. */
  cancelDrag(): void {
    this.#cancelled = true
  }

  drop(lane: Lane, items: readonly Shown[]): void {
    void this.#settle(this.#cancelled ? null : this.drag.dropAmong(lane, items))
  }

  carry(one: Case): void {
    this.drag.carry(one.id, one.lane)
    this.#parts.presence.hold(one.id)
    this.#parts.notices.say(m.carry_started({ case: caseTitle(one) }))
  }

  async carryBy(key: string): Promise<void> {
    const { drag } = this
    const carried = drag.carried
    if (!carried) return
    const { lane, position } = carried
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[key]
    const to = beside === undefined ? lane : LANES[LANES.indexOf(lane) + beside]
    if (to === undefined) return
    const along = { ArrowUp: position - 1, ArrowDown: position + 1, Home: 0, End: Infinity }[key]
    drag.carryTo(to, along ?? position)
    await this.focusSoon(carried.case.id)
    this.#parts.notices.say(
      m.carry_at({
        lane: laneName(to, this.#parts.board.settings),
        position: (drag.carried?.position ?? 0) + 1,
        total: drag.shown(to).length,
      }),
    )
  }

  async putDown({ keep }: { keep: boolean }): Promise<void> {
    const carried = this.drag.carried
    if (!carried) return
    if (!keep) this.#parts.notices.say(m.carry_cancelled())
    const settled = this.#settle(keep ? this.drag.carriedDrop() : null)
    await (settled ?? this.focusSoon(carried.case.id))
  }

  isHeld(id: CaseId): boolean {
    return this.#parts.presence.holderOf(id) !== null
  }

  /** Focuses a card that is about to be drawn. */
  async focusSoon(id: CaseId): Promise<void> {
    await tick()
    this.rover.focus(id)
  }

  destroy(): void {
    this.moves.destroy()
    if (this.drag.held) this.#parts.presence.hold(null)
  }

  /** Ends the drag and does what it meant, in one go: the card does not jump back and forth. */
  #settle(drop: Drop | null): Promise<void> | null {
    const { held } = this.drag
    this.drag.end()
    this.#parts.presence.hold(null)
    return drop === null || held === null ? null : this.#move(held, drop, 'lane')
  }

  /** Once it is sure who is meant: whose name is alike may be among what is still to come. */
  async #move(seen: Case, move: MoveCase, beside: 'card' | 'lane'): Promise<void> {
    const { identified, board, link, notices } = this.#parts
    if (!link.synced) return notices.show(m.board_not_whole())
    if (!identified.isOpen(seen.id, board)) return await this.#moveKnown(seen, move, beside)
    await this.focusSoon(seen.id)
    const run = () => void this.#moveKnown(seen, move, beside)
    this.#asks.which({ case: seen.id, run })
  }

  /** Unless somebody was faster: then theirs stays, or the user insists. */
  async #moveKnown(seen: Case, move: MoveCase, beside: 'card' | 'lane'): Promise<void> {
    if (!this.#isBeaten(seen)) await this.#moveNow(move, beside)
    else if (!this.#standsAt(move)) {
      const label = move.to === 'done' ? m.beaten_close_anyway() : m.beaten_move_anyway()
      await this.#sayBeaten(seen.id, label, () => void this.#moveNow(move, beside))
    }
  }

  async #moveNow(move: MoveCase, beside: 'card' | 'lane'): Promise<void> {
    const isEnd = move.to === 'done'
    if (!isEnd) this.#parts.board.run(moveCase, move, this.#saidMoved(move.to))
    await this.focusSoon(move.case)
    if (isEnd) this.#asks.outcome(move.case, beside)
  }

  #isBeaten(seen: Case): boolean {
    const { board } = this.#parts
    const one = board.case(seen.id)
    return one !== null && wasBeaten(seen, one, board.me.id)
  }

  /** Whether a case stands where a move would put it. */
  #standsAt({ case: id, to, before }: MoveCase): boolean {
    const cases = this.cases(to)
    const at = cases.findIndex((one) => one.id === id)
    return at !== -1 && (before === 'natural' || before === (cases[at + 1]?.id ?? null))
  }

  async #sayBeaten(id: CaseId, label: string, run: () => void): Promise<void> {
    await this.focusSoon(id)
    this.#asks.beaten({ case: id, label, run })
  }

  #saidMoved(to: Lane): string {
    return m.said_moved({ lane: laneName(to, this.#parts.board.settings) })
  }
}

export const [getDesk, setDesk] = createContext<Desk>()
