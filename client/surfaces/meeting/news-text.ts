import { readValue } from '../../../shared/board-document.ts'
import type { News } from '../../../shared/meeting-news.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { partName } from '../../i18n/part-words.ts'
import type { Surroundings } from '../../i18n/value-text.ts'
import { laneName } from '../../i18n/words.ts'
import { historyText } from '../case/history-text.ts'

/** What of a protected identity everybody may read: as much as the wall shows. */
const OPEN = new Set(['case', 'touch', 'place', 'nurse', 'doctor', 'visit', 'visitStatus', 'seen'])

/** What has come to a case, after the name of who did it, in the history's words. */
export function newsText(news: News, isShown: boolean, around: Surroundings): string {
  const { part, from, to } = news
  if (part === 'case') return m.history_created()
  if (part === 'touch') return m.meeting_touched()
  if (part === 'place')
    return m.meeting_moved({ lane: laneName(readValue('place', to).lane, around.settings) })
  if (part === 'comments')
    return isShown && typeof to === 'string'
      ? m.meeting_commented({ text: around.quote(to) })
      : m.history_commented()
  if (!isShown && !OPEN.has(part))
    return m.history_changed({ what: (partName(part) ?? m.history_case()).toLocaleLowerCase() })
  return historyText({ action: 'case-changed', object: part, from, to, reason: '' }, around).text
}
