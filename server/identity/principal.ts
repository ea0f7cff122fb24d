import type { BoardId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'

/** Opaque id of a session's row (a hash); never the cookie's value. */
export type SessionId = string & { readonly __session: unique symbol }

export type SignedInPerson = {
  readonly kind: 'person'
  readonly session: SessionId
  readonly person: Person
}

/** Who stands behind a request or a socket. A display is a device bound to one board. */
export type Principal =
  | SignedInPerson
  | { readonly kind: 'display'; readonly session: SessionId; readonly board: BoardId }
