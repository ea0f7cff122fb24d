import { Close } from '../../shared/wire.ts'
import type { NotTaken } from '../i18n/refused-words.ts'
import type { LiveParts } from '../state/live-board.ts'
import type { Refusal } from '../state/setbacks.svelte.ts'
import { caseTitle } from './card-text.ts'
import { unsavedFrom } from './unsaved.ts'

/** Ends after which a document that was changed here cannot go on, though a fresh one can. */
const WHY: Readonly<Record<number, NotTaken>> = {
  [Close.badFrame.code]: 'unreadable',
  [Close.refused.code]: 'unreadable',
  [Close.tooLarge.code]: 'too-large',
}

/** What was lost when the server ended a document so; null when the end was not about changes. */
export function refusalOf(
  ended: number,
  { link, board }: Pick<LiveParts, 'link' | 'board'>,
): Refusal | null {
  const end = WHY[ended]
  if (end === undefined) return null
  const { case: id = null, part = null } = link.refused ?? {}
  const one = id === null ? null : board.case(id)
  return {
    reason: link.refused?.reason ?? end,
    title: one ? caseTitle(one) : null,
    part,
    unsaved: unsavedFrom(link.saved.unsaved, board),
  }
}
