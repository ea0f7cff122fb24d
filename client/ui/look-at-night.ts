import { mayShow } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import { lookAtHandover } from '../../shared/commands/look-at-handover.ts'
import { isBack } from '../../shared/handover.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { BoardState } from '../state/board.svelte.ts'
import { caseTitle } from './card-text.ts'

/** Whether somebody's looking at a case makes it the day's again: who sees only its code looks at nothing. */
export const mayLook = (one: Case, board: Pick<BoardState, 'me'>): boolean =>
  isBack(one) && mayShow(one, board.me)

/** "Tittat på": a case that came back from the night is the day's again. */
export function lookAtNight(one: Case, board: Pick<BoardState, 'run'>): void {
  const said = m.said_look_at_handover({ case: caseTitle(one) })
  board.run(lookAtHandover, { case: one.id }, said)
}
