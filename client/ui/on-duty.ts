import type { UserId } from '../../shared/ids.ts'
import { onDuty } from '../../shared/duty.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { Person } from '../../shared/person.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { BoardState } from '../state/board.svelte.ts'

type Roster = Pick<BoardState, 'people' | 'shifts'>

/** Somebody to choose; who is on duty is marked in words. */
export type Choosable = { readonly id: UserId; readonly text: string }

/** Those of the team that a choice is among: who is on duty first, and then by name. */
export function choosable(
  { people, shifts }: Roster,
  now: Timestamp,
  isMeant: (one: Person) => boolean,
): Choosable[] {
  const present = new Set(onDuty(shifts, now).map(({ person }) => person))
  return [...people.values()]
    .filter(isMeant)
    .sort(
      (a, b) =>
        Number(present.has(b.id)) - Number(present.has(a.id)) || a.name.localeCompare(b.name, 'sv'),
    )
    .map(({ id, name }) => ({ id, text: present.has(id) ? m.duty_named({ name }) : name }))
}
