import type * as Y from 'yjs'
import { readCase } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import { isAvoided } from '../../shared/rechecks.ts'
import type { Closing, RecheckNews } from '../store/update-log.ts'

/** What changes mean for the questions that are asked later about closed cases. */
export function recheckNews(doc: Y.Doc, changes: readonly CaseChange[]): RecheckNews[] {
  const ended = new Set(changes.filter(isEnding).map((change) => change.case))
  const judged = new Set(changes.filter(isJudging).map((change) => change.case))
  return [...ended.union(judged)].flatMap((id) => {
    const one = readCase(doc, id)
    if (one === null || (one.closed.how === null && !ended.has(id))) return []
    return { case: id, closing: closingOf(one) }
  })
}

const isEnding = (change: CaseChange): boolean =>
  change.kind === 'field' && change.field === 'closed'

const isJudging = (change: CaseChange): boolean =>
  change.kind === 'created' || (change.kind === 'field' && change.field === 'outcome')

/** When it was closed is the server's to say; what may be seen of the patient is settled by now. */
function closingOf({ closed, outcome, meta, patient, nurse, doctor }: Case): Closing | null {
  if (closed.how !== 'closed' || meta === null || !isAvoided(outcome.value)) return null
  return {
    at: meta.movedAt,
    outcome: outcome.value,
    judgedBy: outcome.by,
    patient: patient.ref,
    code: meta.code,
    label: patient.label,
    protected: patient.protected,
    nurse: nurse.id,
    doctor: doctor.id,
  }
}
