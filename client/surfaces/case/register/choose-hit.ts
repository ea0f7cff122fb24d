import type { BoardId } from '../../../../shared/ids.ts'
import type { PatientBrief, PatientHit } from '../../../../shared/patient.ts'
import { failureWords } from '../../../i18n/failure-words.ts'
import type { PatientsApi } from '../../../net/patients-api.ts'

/**
 * Takes a patient whom a search found; one of another board is enrolled to this one first.
 * @returns why it could not be, in words; null when they were taken
 */
export async function chooseHit(
  register: Pick<PatientsApi, 'enrolHere'>,
  board: BoardId,
  today: string,
  hit: PatientHit,
  take: (patient: PatientBrief) => void,
): Promise<string | null> {
  if (!hit.here) {
    const answer = await register.enrolHere(board, hit.id, { from: today, until: null })
    if (!answer.ok) return failureWords[answer.failure]()
  }
  take(hit)
  return null
}
