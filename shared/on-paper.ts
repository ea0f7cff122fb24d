import { z } from 'zod'
import type { Case } from './case.ts'
import { caseId, type UserId } from './ids.ts'
import type { Person } from './person.ts'

/** What of any case stands on paper; of a protected identity no name, year, area or reason. */
export const paperCase = z.strictObject({
  case: caseId,
  code: z.string(),
  protected: z.boolean(),
  name: z.string(),
  birthYear: z.int().nullable(),
  area: z.string(),
  reason: z.string(),
  nurse: z.string(),
  doctor: z.string(),
})
export type PaperCase = Readonly<z.infer<typeof paperCase>>

export function onPaper(one: Case, people: ReadonlyMap<UserId, Person>): PaperCase {
  const { id, patient, meta, reason, nurse, doctor } = one
  const isShown = !patient.protected
  const nameOf = (user: UserId | null) => (user !== null && people.get(user)?.name) || ''
  return {
    case: id,
    code: meta?.code ?? '',
    protected: patient.protected,
    name: isShown ? patient.label : '',
    birthYear: isShown ? patient.birthYear : null,
    area: isShown ? patient.area : '',
    reason: isShown ? reason.text : '',
    nurse: nameOf(nurse.id),
    doctor: nameOf(doctor.id),
  }
}
