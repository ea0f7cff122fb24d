import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { Person } from '../../shared/person.ts'
import { daysBetween } from '../../shared/team-time.ts'

/** Which record a person writes in: each care provider has its own. */
export type RecordName = 'region' | 'municipality'

export const recordOf = ({ role }: Person): RecordName | null =>
  role === 'doctor' ? 'region' : role === 'nurse' ? 'municipality' : null

export const tickOf = (one: Case, record: RecordName) =>
  record === 'region' ? one.documentedRegion : one.documentedMunicipality

export const isMine = ({ doctor, nurse, visit }: Case, { id }: Person): boolean =>
  doctor.id === id || nurse.id === id || visit.crew.includes(id)

/** Finished visits that have to stand in a person's own record, and those that came to today. */
export function recordsOf(me: Person, cases: readonly Case[], now: Timestamp): Case[] {
  const record = recordOf(me)
  if (record === null) return []
  const finishedAt = (one: Case) => one.visitStatus.finished ?? 0
  return cases
    .filter((one) => {
      if (one.visitStatus.finished === null || one.closed.how === 'voided') return false
      const tick = tickOf(one, record)
      const isDue = tick.by === null || daysBetween(tick.at, now) === 0
      return isDue && isMine(one, me)
    })
    .sort((a, b) => finishedAt(a) - finishedAt(b) || (a.id < b.id ? -1 : 1))
}
