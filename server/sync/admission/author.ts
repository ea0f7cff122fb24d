import type { UserId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/person.ts'
import type { ClientKind } from '../../audit/entry.ts'

/** Who sent an update, as the server knows it, and when it reached the server. */
export type Author = {
  /** Null for the server itself, as its role is. */
  readonly by: UserId | null
  readonly name: string
  readonly role: Role | null
  readonly client: ClientKind
  readonly at: number
}
