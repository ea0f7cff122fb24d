import type { UserId } from './ids.ts'
import type { Role } from './person.ts'

/** What an audience may do with a board's document. */
export const ACCESSES = ['write', 'read', 'display'] as const
export type Access = (typeof ACCESSES)[number]

/** Who acts and when: every command is stamped with it. */
export type Stamp = { readonly by: UserId; readonly role: Role; readonly at: number }

/** What only some roles may do; everything else is open to all who may write. */
const RESERVED = {
  'mark-seen': ['doctor'],
  'take-case': ['doctor'],
  'document-region': ['doctor'],
  'document-municipality': ['nurse'],
  'change-board': ['manager'],
} as const satisfies Record<string, readonly Role[]>

export type Reserved = keyof typeof RESERVED

/** Whether a role may do what the law or the work gives to some professions only. */
export function may(role: Role, action: Reserved): boolean {
  return (RESERVED[action] as readonly Role[]).includes(role)
}

export const accessOf = (role: Role): Access => (role === 'observer' ? 'read' : 'write')
