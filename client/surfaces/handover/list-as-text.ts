import type { HandoverList, HandoverRow } from '../../../shared/handover-list.ts'
import type { Person } from '../../../shared/person.ts'
import { clockOf, dayOf } from '../../../shared/team-time.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { receiverText } from '../../ui/handover-text.ts'

/** A receiver's list as plain text for another system; a protected identity goes by its code. */
export function listAsText({ board, madeAt, to, rows }: HandoverList, me: Person): string {
  const title = [m.print_handover({ to: receiverText(to) }), board.name, board.team]
  const call = board.phone && m.print_call({ phone: board.phone })
  const time = `${dayOf(madeAt)} ${clockOf(madeAt)}`
  return [
    [title.filter(Boolean).join(' · '), call].filter(Boolean).join('\n'),
    ...rows.map(rowText),
    m.copy_from({ time, name: me.name }),
  ].join('\n\n')
}

function rowText(row: HandoverRow): string {
  const who = row.protected
    ? [row.code, m.card_protected()]
    : [row.code, row.name, row.birthYear, row.area]
  const pair = [row.nurse, row.doctor].filter(Boolean).join(', ')
  return [who.filter(Boolean).join(' · '), row.reason, row.words, pair].filter(Boolean).join('\n')
}
