import { mayShow } from '../../shared/access.ts'
import { caseFields, type CaseFields } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Superseded } from '../../shared/ruling.ts'
import { pastText } from '../i18n/moment-text.ts'
import { m } from '../i18n/paraglide/messages.js'
import { partName } from '../i18n/part-words.ts'
import { valueText } from '../i18n/value-text.ts'
import type { BoardState } from '../state/board.svelte.ts'
import { caseTitle, firstName } from './card-text.ts'

type Board = Pick<BoardState, 'case' | 'me' | 'people' | 'settings'>
type Decision = { name: string; time: string }

const QUOTE_MAX = 60

/** What a ruling is about: "Astrid D. · Kontaktorsak". */
export function supersededTitle({ case: id, part }: Superseded, board: Board): string {
  const one = board.case(id)
  const title = one ? caseTitle(one) : m.case_gone()
  const name = part === 'place' || part === 'closed' ? null : partName(part)
  return name === null ? title : `${title} · ${name}`
}

/** Who decided what, and when, and which change of one's own is not used for it. */
export function supersededText(ruling: Superseded, board: Board, now: Timestamp): string {
  const { part, kept, yours } = ruling
  const one = board.case(ruling.case)
  const isShown = one !== null && (part === 'place' || mayShow(one, board.me))
  const around = { people: board.people, settings: board.settings, now, quote }
  const told = (value: unknown, other: unknown) =>
    isShown && part !== 'closed' ? valueText(part, value, other, around) : ''
  const theirs = told(kept.value, yours.value)
  const mine = told(yours.value, kept.value)
  const time = pastText(yours.at, now)
  const own =
    mine === '' || mine === theirs
      ? m.superseded_yours({ time })
      : m.superseded_yours_to({ time, value: mine })
  const decision = { name: nameOf(kept.by, board), time: pastText(kept.at, now) }
  return `${standing(ruling, theirs, one?.closed, decision)} ${own}`
}

/** What stands instead. */
function standing(
  { because, part, kept }: Superseded,
  value: string,
  closed: CaseFields['closed'] | undefined,
  decision: Decision,
): string {
  if (because === 'outcome-missing') return m.superseded_outcome_missing()
  if (because === 'receipt-missing') return m.superseded_receipt_missing()
  if (because === 'closed') return endText(closed?.how, decision) ?? m.superseded_was_closed()
  if (part === 'closed') {
    const end = endText(caseFields.closed.safeParse(kept.value).data?.how, decision)
    return end ?? m.superseded_changed({ ...decision, value: m.value_open() })
  }
  if (value === '') return m.superseded_changed_only(decision)
  return part === 'place'
    ? m.superseded_moved({ ...decision, lane: value })
    : m.superseded_changed({ ...decision, value })
}

function endText(how: CaseFields['closed']['how'] = null, decision: Decision): string | null {
  if (how === null) return null
  return how === 'voided' ? m.superseded_voided(decision) : m.superseded_closed(decision)
}

function nameOf(id: UserId | null, { me, people }: Board): string {
  if (id === me.id) return m.person_you()
  const person = id === null ? undefined : people.get(id)
  return person ? firstName(person) : m.person_unknown()
}

const quote = (text: string) => m.value_quoted({ text: shortened(text) })

const shortened = (text: string): string =>
  text.length <= QUOTE_MAX ? text : `${text.slice(0, QUOTE_MAX).trimEnd()}…`
