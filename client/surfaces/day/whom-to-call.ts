import type { Timestamp } from '../../../shared/clock.ts'
import { onDuty } from '../../../shared/duty.ts'
import type { Person } from '../../../shared/person.ts'
import { m } from '../../i18n/paraglide/messages.js'
import type { BoardState } from '../../state/board.svelte.ts'
import { firstName } from '../../ui/card-text.ts'

/** Whom a doctor without contact rings, and where; null when no number is known. */
export type Call = { readonly words: string; readonly phone: string }

/**
 * The other doctor on duty, who may have taken the case; else its nurse, at their own number or
 * the team's.
 */
export function whomToCall(
  { people, shifts, settings, me }: Pick<BoardState, 'people' | 'shifts' | 'settings' | 'me'>,
  nurse: Person | null,
  now: Timestamp,
): Call | null {
  const reachable = onDuty(shifts, now).filter(({ person, phone }) => phone && person !== me.id)
  const shift =
    reachable.find(({ role }) => role === 'doctor') ??
    reachable.find(({ person }) => person === nurse?.id)
  const person = shift ? people.get(shift.person) : nurse
  const phone = shift?.phone ?? settings.phone
  if (phone === '') return null
  return { phone, words: person ? m.day_call({ name: firstName(person) }) : m.day_call_team() }
}
