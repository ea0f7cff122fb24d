import type { Case } from '../../shared/case.ts'
import type { UserId } from '../../shared/ids.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { BoardState } from '../state/board.svelte.ts'
import { caseTitle } from './card-text.ts'

/** What the undo toast says of a visit's new doctor: "Du lämnade över Elsa M. till Jonas Ekberg". */
export function saidDoctor(one: Case, to: UserId | null, { people }: Pick<BoardState, 'people'>) {
  const name = to === null ? undefined : people.get(to)?.name
  return one.doctor.id === null || name === undefined
    ? m.said_edit({ what: m.case_doctor().toLowerCase(), case: caseTitle(one) })
    : m.said_hand_over({ case: caseTitle(one), name })
}
