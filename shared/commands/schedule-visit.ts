import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { Timestamp } from '../clock.ts'
import type { CaseId, UserId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { editField } from './edit-field.ts'
import { planVisit } from './plan-visit.ts'

/** `doctor` is whose visit it becomes; null is nobody's yet. */
export type ScheduleVisit = { case: CaseId; start: Timestamp; doctor: UserId | null }

/** Gives a visit its place in the day: when, and in whose column. */
export function scheduleVisit(
  doc: Y.Doc,
  { case: id, start, doctor }: ScheduleVisit,
  stamp: Stamp,
): Outcome {
  const planned = planVisit(doc, { case: id, start }, stamp)
  if (!planned.ok && planned.reason !== 'nothing-changed') return planned
  const given = editField(doc, { case: id, field: 'doctor', value: { id: doctor } }, stamp)
  return planned.ok ? planned : given
}
