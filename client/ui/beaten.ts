import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import { pastText } from '../i18n/moment-text.ts'
import { m } from '../i18n/paraglide/messages.js'
import { laneName } from '../i18n/words.ts'
import type { BoardState } from '../state/board.svelte.ts'
import { moverName } from './card-text.ts'

type Board = Pick<BoardState, 'people' | 'settings'>

/** Whether somebody else has moved or ended a case since one took hold of it, as the server says. */
export const wasBeaten = (held: Case, now: Case, me: UserId): boolean =>
  now.meta !== null && now.meta.movedAt !== held.meta?.movedAt && now.meta.movedBy !== me

/** Who was faster: "Karin hann före". */
export const beatenTitle = (one: Case, board: Board): string =>
  m.beaten_title({ name: moverName(one, board) })

/** Where the case stands for it, and since when. */
export function beatenText({ closed, lane, meta }: Case, { settings }: Board, now: Timestamp) {
  const time = pastText(meta?.movedAt ?? now, now)
  if (closed.how === 'closed') return m.beaten_closed({ time })
  if (closed.how === 'voided') return m.beaten_voided({ time })
  return m.beaten_moved({ lane: laneName(lane, settings), time })
}
