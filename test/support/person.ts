import { userId } from '../../shared/ids.ts'
import { initialsOf, type Person, type Role } from '../../shared/person.ts'

/** Somebody by their user name, which also is their name where nothing hangs on it. */
export const aPerson = (id: string, role: Role, name = id): Person => ({
  id: userId.parse(id),
  name,
  initials: initialsOf(name),
  role,
})
