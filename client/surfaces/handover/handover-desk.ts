import { createContext } from 'svelte'
import { mayShow } from '../../../shared/access.ts'
import type { Case, HandoverWay, Receiver } from '../../../shared/case.ts'
import { handOver } from '../../../shared/commands/hand-over.ts'
import { prepareHandover, type PrepareHandover } from '../../../shared/commands/prepare-handover.ts'
import { phaseOf } from '../../../shared/handover.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { refusalWords } from '../../i18n/words.ts'
import type { BoardState } from '../../state/board.svelte.ts'
import { caseTitle } from '../../ui/card-text.ts'
import { receiverText, startingWords } from '../../ui/handover-text.ts'

/** What a team does with its evening's lists. */
export class HandoverDesk {
  readonly #board: BoardState

  constructor(board: BoardState) {
    this.#board = board
  }

  put(one: Case, to: Receiver): void {
    const said = m.said_handover_add({ case: caseTitle(one), to: receiverText(to) })
    this.#board.run(prepareHandover, this.#plan(one, to), said)
  }

  putAll(cases: readonly Case[], to: Receiver): void {
    const plans = cases.map((one) => this.#plan(one, to))
    this.#board.runEach(prepareHandover, plans, (outcomes) =>
      m.said_handover_add_all({ count: countDone(outcomes), to: receiverText(to) }),
    )
  }

  remove(one: Case): void {
    const said = m.said_handover_remove({ case: caseTitle(one) })
    this.#board.run(prepareHandover, { case: one.id, to: null }, said)
  }

  /** @returns why the words were not saved, or null */
  write(id: CaseId, words: string, said: string): string | null {
    const outcome = this.#board.run(prepareHandover, { case: id, words }, said)
    return outcome.ok || outcome.reason === 'nothing-changed'
      ? null
      : refusalWords[outcome.reason]()
  }

  /** That a receiver has been told of what is on the list, and was not told before. */
  handOver(cases: readonly Case[], to: Receiver, how: HandoverWay, told: string): void {
    const untold = cases.filter((one) => phaseOf(one) === 'prepared')
    this.#board.runEach(
      handOver,
      untold.map((one) => ({ case: one.id, how, told })),
      (outcomes) => m.said_handed_over({ count: countDone(outcomes), to: receiverText(to) }),
    )
  }

  /** Who may not see the case begins no line from it. */
  #plan(one: Case, to: Receiver): PrepareHandover {
    const words = mayShow(one, this.#board.me) ? { words: startingWords(one) } : {}
    return { case: one.id, to, ...words }
  }
}

const countDone = (outcomes: readonly { ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length

export const [getHandoverDesk, setHandoverDesk] = createContext<HandoverDesk>()
