import type { Case, HandoverWay } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { NOTE_MAX } from '../../shared/limits.ts'
import { pastText } from '../i18n/moment-text.ts'
import { m } from '../i18n/paraglide/messages.js'
import { handoverWayWords, receiverWords } from '../i18n/words.ts'
import type { BoardState } from '../state/board.svelte.ts'

/** "kväll och natt", within a sentence. */
export const receiverText = (to: keyof typeof receiverWords): string =>
  receiverWords[to]().toLocaleLowerCase()

/**
 * What a case's line begins with, for a person to edit: last evening's words, or else what its
 * SBAR recommends and what should make somebody call.
 */
export function startingWords({ handover, sbar, followUp }: Case): string {
  if (handover.words.trim() !== '') return handover.words
  const callIf = followUp.callIf.trim()
  return [sbar.recommendation.trim(), callIf && m.handover_call_if({ when: callIf })]
    .filter(Boolean)
    .join('\n')
    .slice(0, NOTE_MAX)
}

/** Who told whom, how and when; null for what nobody has been told. */
export function sentText(
  { handedOver }: Case,
  { people }: Pick<BoardState, 'people'>,
  now: Timestamp,
): string | null {
  const { to, how, told, sentAt, sentBy } = handedOver
  if (to === null || how === null || sentAt === null) return null
  const name = (sentBy !== null && people.get(sentBy)?.name) || m.person_unknown()
  return m.handover_sent({
    ...{ time: pastText(sentAt, now), to: receiverText(to), name },
    how: [wayText(how), told.trim()].filter(Boolean).join(', '),
  })
}

const wayText = (how: HandoverWay): string => handoverWayWords[how]().toLocaleLowerCase()
