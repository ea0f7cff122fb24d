import type { ClientKind, Doer } from '../audit/entry.ts'
import type { Person } from '../../shared/person.ts'
import type { Principal } from './principal.ts'

export const personDoer = (
  { id, name, role }: Person,
  time: number,
  client: ClientKind = 'web',
): Doer => ({ time, user: id, name, role, client })

/** A display is a device: the log knows whose it is by the line that tells of its making. */
export const doerOf = (principal: Principal, time: number, client: ClientKind = 'web'): Doer =>
  principal.kind === 'person'
    ? personDoer(principal.person, time, client)
    : { time, user: null, name: '', role: 'display', client: 'display' }
