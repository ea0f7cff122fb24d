import type { CaseId } from '../../../shared/ids.ts'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import type { Spot } from './spot.ts'

/** Why an update is refused, and over which part of what case, if it got that far. */
export type Objection = {
  readonly reason: UpdateRefusal
  readonly case: CaseId | null
  readonly part: string | null
}

export const objection = (reason: UpdateRefusal, spot: Spot): Objection => ({
  reason,
  case: 'case' in spot ? spot.case : null,
  part: partOf(spot),
})

/** The name that rulings and the audit log give to what stands at a spot. */
export function partOf(spot: Spot): string | null {
  switch (spot.in) {
    case 'case':
      return spot.key
    case 'sbar':
    case 'text':
      return `sbar.${spot.key}`
    case 'tasks':
    case 'settings':
      return `${spot.in}.${spot.key}`
    case 'comments':
      return 'comments'
    case 'cases':
    case 'server':
    case 'nowhere':
      return null
  }
}
