import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { Person } from '../../shared/person.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { BoardState } from '../state/board.svelte.ts'

/** What a case is called on the board: the patient's short name, or the code if protected. */
export const caseTitle = (one: Case): string =>
  one.patient.protected ? (one.meta?.code ?? m.card_protected()) : one.patient.label

/** By name and year, as two of one name are told apart: "Karin A., 1938". */
export const personText = ({ patient: { label, birthYear } }: Case): string =>
  birthYear === null ? label : `${label}, ${birthYear}`

export const firstName = ({ name }: Person): string => name.split(' ')[0] ?? name

/** Who moved or ended a case last: what nobody did, the clock did. */
export function moverName({ meta }: Case, { people }: Pick<BoardState, 'people'>): string {
  if (meta?.movedBy === null) return m.person_clock()
  const by = meta === null ? undefined : people.get(meta.movedBy)
  return by ? firstName(by) : m.person_unknown()
}

/** The time that matters next: the visit's, the follow-up's, or when the handback was sent. */
export function dueOf(one: Case): Timestamp | null {
  if (one.lane === 'handback') return one.handback.sentAt
  if (one.lane === 'followup') return one.followUp.due ?? one.visit.start
  return one.visit.start ?? one.followUp.due
}
