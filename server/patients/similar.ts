import { distance } from 'fastest-levenshtein'
import type { PatientDetails } from '../../shared/patient.ts'
import { fold } from './fold.ts'

type Named = Pick<PatientDetails, 'givenName' | 'familyName'>

/** Letters of a name that a slip of hand or ear may have changed: one in six, and at least one. */
const LETTERS_PER_SLIP = 6

/** Whether two names may be one name written twice; also with given and family name exchanged. */
export function areNearEqual(one: Named, other: Named): boolean {
  const whole = fold(`${one.givenName} ${one.familyName}`)
  const straight = fold(`${other.givenName} ${other.familyName}`)
  const exchanged = fold(`${other.familyName} ${other.givenName}`)
  const slips = Math.max(1, Math.floor(whole.length / LETTERS_PER_SLIP))
  return [straight, exchanged].some((name) => distance(whole, name) <= slips)
}
