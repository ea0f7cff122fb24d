import type { Case } from '../../../shared/case.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'

/** Whom this person makes a joint visit with; empty when they go alone. */
export function companionsOf(
  { visit, nurse, doctor }: Case,
  me: Person,
  people: ReadonlyMap<UserId, Person>,
): string {
  if (!visit.joint) return ''
  const ids = new Set([...visit.crew, nurse.id, doctor.id])
  const names = [...ids].flatMap((id) =>
    id === null || id === me.id ? [] : (people.get(id)?.name ?? []),
  )
  return names.join(', ')
}
