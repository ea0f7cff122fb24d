import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { landNaturally } from './landing.ts'
import { setField } from './set-field.ts'

/** What is left out stays as it was planned. */
export type PlanVisit = { case: CaseId } & Partial<Omit<CaseFields['visit'], 'at'>>

const PLANNED = { status: 'planned', underway: null, arrived: null, finished: null } as const

/** Plans a visit, anew where the last one is finished; a new time re-ranks a case in `today`. */
export function planVisit(doc: Y.Doc, { case: id, ...plan }: PlanVisit, stamp: Stamp): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const { entry } = found
  const before = readField(entry, 'visit')
  const { status } = readField(entry, 'visitStatus')
  const visit = setField(entry, 'visit', { ...before, ...plan }, stamp.at)
  if (!visit.ok && visit.reason === 'invalid-value') return visit

  const isNew = status === 'none' || status === 'finished'
  if (isNew) setField(entry, 'visitStatus', { ...PLANNED, by: stamp.by }, stamp.at)
  if (readField(entry, 'visit').start !== before.start) landNaturally(doc, id, 'today', stamp.at)
  return visit.ok || isNew ? done : refused('nothing-changed')
}
