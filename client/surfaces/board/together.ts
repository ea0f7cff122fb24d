import { editField } from '../../../shared/commands/edit-field.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import type { Case } from '../../../shared/case.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { OpenLane } from '../../../shared/lane.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { laneName, refusalWords } from '../../i18n/words.ts'
import type { Link } from '../../state/board-link.svelte.ts'
import type { BoardState, Command } from '../../state/board.svelte.ts'
import type { Identified } from '../../state/identified.svelte.ts'
import type { Notices } from '../../state/notices.svelte.ts'
import type { Presence } from '../../state/presence.svelte.ts'
import { beatenTitle, wasBeaten } from '../../ui/beaten.ts'
import { caseTitle, firstName } from '../../ui/card-text.ts'
import type { Selection } from './selection.svelte.ts'

type Parts = {
  board: BoardState
  link: Pick<Link, 'synced'>
  notices: Notices
  presence: Pick<Presence, 'holderOf'>
  identified: Identified
}

/** A case on which it was not done, and why not. */
type Kept = { one: Case; why: string }

/**
 * Does one thing to all marked cases: one change, undone as one. Where it cannot be done it is told
 * and the case stays marked, as it is now; doing it again is then a decision made with that known.
 */
export class Together {
  readonly #parts: Parts
  readonly #selection: Selection

  constructor(parts: Parts, selection: Selection) {
    this.#parts = parts
    this.#selection = selection
  }

  /** Each to its natural spot in the lane, unless somebody holds it, was faster, or has its name. */
  moveTo(to: OpenLane): void {
    const { board, link, notices } = this.#parts
    if (!link.synced) return notices.show(m.board_not_whole())
    const lane = laneName(to, board.settings)
    const moving = this.#selection.cases.filter(({ id }) => board.case(id)?.lane !== to)
    const kept = moving.flatMap((one) => this.#againstMoving(one) ?? [])
    const free = moving.filter((one) => !kept.some((other) => other.one === one))
    const deeds = free.map((one) => ({
      one,
      props: { case: one.id, to, before: 'natural' as const },
    }))
    this.#run(moveCase, deeds, kept, (count) => m.selection_moved({ count, lane }))
  }

  /** @param id null for nobody */
  assign(field: 'nurse' | 'doctor', id: UserId | null): void {
    const name = (id !== null && this.#parts.board.people.get(id)?.name) || m.selection_nobody()
    const deeds = this.#selection.cases.map((one) => ({
      one,
      props: { case: one.id, field, value: { id } },
    }))
    this.#run(editField, deeds, [], (count) => m.selection_assigned({ count, name }))
  }

  #againstMoving(one: Case): Kept | null {
    const { board, presence, identified } = this.#parts
    if (identified.isOpen(one.id, board)) return { one, why: m.selection_which() }
    const holder = presence.holderOf(one.id)
    if (holder) return { one, why: m.selection_held({ name: firstName(holder) }) }
    const now = board.case(one.id)
    return now && wasBeaten(one, now, board.me.id) ? { one, why: beatenTitle(now, board) } : null
  }

  #run<Props>(
    command: Command<Props>,
    deeds: readonly { one: Case; props: Props }[],
    kept: readonly Kept[],
    saying: (count: number) => string,
  ): void {
    const { board, notices } = this.#parts
    const leftBy = (outcomes: readonly Outcome[]): Kept[] => [
      ...kept,
      ...deeds.flatMap(({ one }, i) => againstDoing(one, outcomes[i]) ?? []),
    ]
    const tell = (left: readonly Kept[]): string => {
      const count = deeds.length + kept.length - left.length
      const told = left.map(({ one, why }) => m.selection_not({ case: caseTitle(one), why }))
      return (count > 0 ? [saying(count), ...told] : told).join(' · ')
    }
    const props = deeds.map((deed) => deed.props)
    const outcomes = board.runEach(command, props, (outcomes) => tell(leftBy(outcomes)))
    const left = leftBy(outcomes)
    if (!outcomes.some(({ ok }) => ok)) notices.show(tell(left) || m.refusal_nothing_changed())
    this.#selection.settle(left.map(({ one }) => one.id))
  }
}

/** That there was nothing to do is as good as done. */
function againstDoing(one: Case, outcome: Outcome | undefined): Kept | null {
  if (outcome === undefined || outcome.ok || outcome.reason === 'nothing-changed') return null
  return { one, why: refusalWords[outcome.reason]() }
}
