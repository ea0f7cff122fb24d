import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import { VISIT_STATUSES, type VisitStatus } from '../case.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

export type SetVisitStatus = { case: CaseId; status: VisitStatus }

/** Takes any step forward, also without a plan, or one step back; a step's time is the tap's. */
export function setVisitStatus(
  doc: Y.Doc,
  { case: id, status }: SetVisitStatus,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { by, at } = stamp
  const before = readField(found.entry, 'visitStatus')
  const now = VISIT_STATUSES.indexOf(before.status)
  const next = VISIT_STATUSES.indexOf(status)
  if (next < now - 1) return refused('invalid-value')

  const timeOf = (step: 'underway' | 'arrived' | 'finished') => {
    if (VISIT_STATUSES.indexOf(step) > next) return null
    return step === status && next > now ? at : before[step]
  }
  const times = {
    underway: timeOf('underway'),
    arrived: timeOf('arrived'),
    finished: timeOf('finished'),
  }
  return setField(found.entry, 'visitStatus', { status, ...times, by }, at)
}
