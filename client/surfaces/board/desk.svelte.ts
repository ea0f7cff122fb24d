import { createContext, tick } from 'svelte'
import type { Case, OutcomeName } from '../../../shared/case.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { LANES, type Lane } from '../../../shared/lane.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { laneName, outcomeWords } from '../../i18n/words.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import type { Now } from '../../state/now.svelte.ts'
import type { Presence } from '../../state/presence.svelte.ts'
import { caseTitle, firstName } from '../../ui/card-text.ts'
import { DragState, type Drop, type Shown } from './drag.svelte.ts'
import { BoardFilter } from './filter.svelte.ts'
import { FilteredLane } from './lanes.svelte.ts'
import { RemoteMoves } from './remote-moves.svelte.ts'
import { Rover } from './rover.svelte.ts'
import { Turns } from './turns.ts'

type Parts = { board: BoardState; notices: Notices; presence: Presence; now: Now }

/** Lets the user choose how a case ends, which closes it: beside its card or beside the lane. */
type AskOutcome = (id: CaseId, beside: 'card' | 'lane') => void

/** Everything that the board's surface does, whatever it was done with: mouse, finger or key. */
export class Desk {
  readonly filter: BoardFilter
  readonly drag: DragState
  readonly rover: Rover
  readonly moves: RemoteMoves
  /** Lanes draw their further cards in turn. */
  readonly turns = new Turns()
  readonly #parts: Parts
  readonly #lanes: Readonly<Record<Lane, FilteredLane>>
  readonly #askOutcome: AskOutcome
  #cancelled = false
  #slotHeight = $state(0)

  constructor(parts: Parts, askOutcome: AskOutcome) {
    this.#parts = parts
    this.#askOutcome = askOutcome
    this.filter = new BoardFilter(parts.board.me.id)
    this.#lanes = Object.fromEntries(
      LANES.map((lane) => [lane, new FilteredLane(lane, parts.board, this.filter, parts.now)]),
    ) as unknown as Record<Lane, FilteredLane>
    this.drag = new DragState((lane) => this.cases(lane))
    this.rover = new Rover((lane) => this.drag.shown(lane))
    this.moves = new RemoteMoves(parts.board, parts.notices)
  }

  /** A lane's cases as the filter leaves them, whatever is being dragged. */
  cases(lane: Lane): readonly Case[] {
    return this.#lanes[lane].cases
  }

  seen(one: Case): void {
    this.#parts.board.run(markSeen, { case: one.id }, m.said_seen({ case: caseTitle(one) }))
  }

  /** Without choosing a spot: the lane's own order places it. */
  async moveTo(id: CaseId, to: Lane): Promise<void> {
    if (to === 'done') return this.#askOutcome(id, 'card')
    this.#parts.board.run(moveCase, { case: id, to, before: 'natural' }, this.#saidMoved(to))
    await this.focusSoon(id)
  }

  finish(id: CaseId, outcome: OutcomeName): void {
    const said = m.said_closed({ outcome: outcomeWords[outcome]() })
    this.#parts.board.run(finishCase, { case: id, outcome }, said)
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
    this.#settle(this.#cancelled ? null : this.drag.dropAmong(lane, items))
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
    this.#settle(keep ? this.drag.carriedDrop() : null)
    await this.focusSoon(carried.case.id)
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
  #settle(drop: Drop | null): void {
    const from = this.drag.held?.place.at
    this.drag.end()
    this.#parts.presence.hold(null)
    if (drop === null) return
    const move = () => void this.#parts.board.run(moveCase, drop, this.#saidMoved(drop.to))
    const one = this.#parts.board.case(drop.case)
    if (drop.to === 'done') this.#askOutcome(drop.case, 'lane')
    else if (one && one.place.at !== from) this.#sayBeaten(one, move)
    else move()
  }

  /** Somebody moved it while it was being dragged here: theirs stays, unless the user insists. */
  #sayBeaten(one: Case, move: () => void): void {
    const { board, notices } = this.#parts
    const by = one.meta?.movedBy ? board.people.get(one.meta.movedBy) : undefined
    const said = m.move_beaten({
      name: by ? firstName(by) : m.person_unknown(),
      case: caseTitle(one),
      lane: laneName(one.lane, board.settings),
    })
    notices.show(said, { label: m.move_anyway, run: move })
  }

  #saidMoved(to: Lane): string {
    return m.said_moved({ lane: laneName(to, this.#parts.board.settings) })
  }
}

export const [getDesk, setDesk] = createContext<Desk>()
