import type { Case, FieldName } from './case.ts'
import type { UserId } from './ids.ts'
import type { Person, Role } from './person.ts'

/** What an audience may do with a board's document. */
export const ACCESSES = ['write', 'read', 'display'] as const
export type Access = (typeof ACCESSES)[number]

/** Who acts and when: every command is stamped with it. */
export type Stamp = { readonly by: UserId; readonly role: Role; readonly at: number }

/** What is written as a whole: a case's fields and nested parts, and the board's settings. */
export type Part = FieldName | 'sbar' | 'tasks' | 'comments' | 'settings'

const TEAM = ['nurse', 'doctor', 'manager'] as const satisfies readonly Role[]

/**
 * Who writes what: commands ask it before they act, the server before it takes an update, and
 * the help shows it to users. Roles without a place in it, as observers, only read.
 */
export const WRITERS: Readonly<Record<Part, readonly Role[]>> = {
  place: TEAM,
  priority: TEAM,
  patient: TEAM,
  reason: TEAM,
  mission: TEAM,
  request: TEAM,
  nurse: TEAM,
  doctor: TEAM,
  visit: TEAM,
  visitStatus: TEAM,
  followUp: TEAM,
  handover: TEAM,
  handedOver: TEAM,
  seen: ['doctor'],
  consent: TEAM,
  documentedRegion: ['doctor'],
  documentedMunicipality: ['nurse'],
  outcome: TEAM,
  handback: TEAM,
  closed: TEAM,
  vitals: TEAM,
  sbar: TEAM,
  tasks: TEAM,
  comments: TEAM,
  settings: ['manager'],
}

/** What the server changes by the clock, which has no role. */
const BY_THE_CLOCK: readonly Part[] = ['place', 'visit', 'visitStatus', 'handedOver']

/** Whether a role may write a part; null is the server itself. */
export const may = (role: Role | null, part: Part): boolean =>
  role === null ? BY_THE_CLOCK.includes(part) : WRITERS[part].includes(role)

export const accessOf = (role: Role): Access => (role === 'observer' ? 'read' : 'write')

/** A protected identity's content is for the responsible pair. */
export const mayShow = (one: Case, viewer: Person): boolean =>
  !one.patient.protected || isOfPair(one, viewer)

/** Whether somebody is the nurse or the doctor who answers for a case. */
export const isOfPair = ({ nurse, doctor }: Case, { id }: Person): boolean =>
  nurse.id === id || doctor.id === id
