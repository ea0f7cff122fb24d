import type { UserId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/person.ts'
import type { ClientKind } from '../../audit/entry.ts'

/** Who sent an update, as the server knows it, and when it reached the server. */
export type Author = {
  readonly by: UserId
  readonly name: string
  readonly role: Role
  readonly client: ClientKind
  readonly at: number
}
