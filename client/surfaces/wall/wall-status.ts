import type { WallCard } from '../../../shared/wall.ts'
import { timeText } from '../../i18n/format.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { priorityWords, visitWords } from '../../i18n/words.ts'
import type { IconName } from '../../ui/icons.ts'
import { isFinished, isUnseen } from './wall-layout.ts'

/** What a cell's second line says, and how it looks. */
export type Status = {
  readonly icon: IconName
  readonly text: string
  readonly tone: 'plain' | 'priority' | 'done' | 'now' | 'late'
}

/** How far somebody has come with an acute case. */
export function acuteStatusOf(card: WallCard): Pick<Status, 'icon' | 'text'> {
  const { visitStatus, visitStart, seenAt } = card
  if (seenAt === null) return { icon: 'bell', text: m.card_unseen() }
  if (visitStatus === 'arrived') return { icon: 'home', text: visitWords.arrived() }
  if (visitStatus === 'underway') return { icon: 'car', text: visitWords.underway() }
  if (visitStart !== null && card.doctor !== null)
    return { icon: 'clock', text: m.wall_taken_at({ time: timeText(visitStart) }) }
  return { icon: 'checks', text: m.wall_seen_at({ time: timeText(seenAt) }) }
}

/** How far a visit has come; while nothing has happened, how soon somebody wants it. */
export function visitStatusOf(card: WallCard): Status {
  const { visitStatus, visitStatusAt, priority } = card
  if (isFinished(card)) {
    const text =
      visitStatusAt === null
        ? visitWords.finished()
        : m.card_done_at({ time: timeText(visitStatusAt) })
    return { icon: 'check', text, tone: 'done' }
  }
  if (visitStatus === 'arrived') return { icon: 'home', text: visitWords.arrived(), tone: 'now' }
  if (visitStatus === 'underway') return { icon: 'car', text: visitWords.underway(), tone: 'now' }
  if (card.doctor === null) return { icon: 'user', text: m.wall_untaken(), tone: 'late' }
  if (card.protected) return { icon: 'lock', text: m.wall_protected(), tone: 'plain' }
  return { icon: priority, text: priorityWords[priority](), tone: 'priority' }
}

/** How long an acute case has waited: seconds run only until a doctor has seen it. */
export function waitOf(card: WallCard, now: number): { value: string; unit: string | null } {
  const seconds = Math.floor(Math.max(0, now - card.since) / 1_000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return { value: String(Math.floor(hours / 24)), unit: m.wall_unit_days() }
  if (isUnseen(card) && minutes < 60)
    return { value: `${two(minutes)}:${two(seconds % 60)}`, unit: null }
  if (!isUnseen(card) && minutes < 100)
    return { value: String(minutes), unit: m.wall_unit_minutes() }
  return { value: `${hours}:${two(minutes % 60)}`, unit: m.wall_unit_hours() }
}

const two = (value: number) => String(value).padStart(2, '0')
