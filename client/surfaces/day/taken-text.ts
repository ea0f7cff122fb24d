import type { Case } from '../../../shared/case.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'
import { timeText } from '../../i18n/format.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { visitWords } from '../../i18n/words.ts'

/** Which doctor has taken it, and when they go: "Erik Sandström tar 10:45"; null while nobody has. */
export function takenText(
  { doctor, visit, visitStatus }: Case,
  people: ReadonlyMap<UserId, Person>,
): string | null {
  if (doctor.id === null) return null
  const name = people.get(doctor.id)?.name ?? m.person_unknown()
  const { status } = visitStatus
  if (status === 'underway' || status === 'arrived') return `${name} · ${visitWords[status]()}`
  return visit.start === null
    ? m.day_takes({ name })
    : m.day_takes_at({ name, time: timeText(visit.start) })
}
