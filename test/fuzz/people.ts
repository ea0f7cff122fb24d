import { userId } from '../../shared/ids.ts'
import { initialsOf, type Person, type Role } from '../../shared/person.ts'

const person = (id: string, role: Role): Person => ({
  id: userId.parse(id),
  name: id,
  initials: initialsOf(id),
  role,
})

/** One of every role, and a second nurse; the last is a wall, which is nobody. */
export const [KARIN, AMINA] = [person('karin', 'nurse'), person('amina', 'nurse')]
export const [SARA, MARIA] = [person('sara', 'doctor'), person('maria', 'manager')]
export const PEOPLE = [KARIN, AMINA, SARA, MARIA, person('olle', 'observer')]
export const VISITORS: readonly (Person | 'wall')[] = [...PEOPLE, 'wall']
