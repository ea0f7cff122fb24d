import type { CaseChange } from '../../shared/changes.ts'
import type { CaseId, PatientId } from '../../shared/ids.ts'
import type { Superseded } from '../../shared/ruling.ts'
import type { AuditEntry, Doer } from './entry.ts'

export type PatientOf = (id: CaseId) => PatientId | null

/** What somebody changed in cases: one line for each change. */
export const entriesOfChanges = (
  changes: readonly CaseChange[],
  doer: Doer,
  patientOf: PatientOf,
): AuditEntry[] =>
  changes.map((change) => ({
    ...doer,
    action: change.kind === 'created' ? 'case-created' : 'case-changed',
    case: change.case,
    patient: patientOf(change.case),
    reason: '',
    ...whatChanged(change),
  }))

/** What somebody sent that does not stand: what was kept, and what was not used. */
export const entriesOfSuperseded = (
  superseded: readonly Superseded[],
  doer: Doer,
  patientOf: PatientOf,
): AuditEntry[] =>
  superseded.map(({ case: id, part, because, kept, yours }) => ({
    ...doer,
    action: 'change-superseded',
    case: id,
    patient: patientOf(id),
    object: part,
    from: kept.value,
    to: yours.value,
    reason: because,
  }))

/**
 * What people tell each other, in SBAR and comments, the document keeps; the log says who wrote,
 * when, and in what.
 */
function whatChanged(change: CaseChange): Pick<AuditEntry, 'object' | 'from' | 'to'> {
  switch (change.kind) {
    case 'created':
      return { object: null, from: null, to: withoutWords(change.as) }
    case 'removed':
      return { object: null, from: null, to: null }
    case 'field':
      return { object: change.field, from: change.from, to: change.to }
    case 'task':
      return { object: `tasks.${change.task}`, from: change.from, to: change.to }
    case 'text':
      return { object: `sbar.${change.part}`, from: null, to: null }
    case 'comments':
      return { object: 'comments', from: null, to: change.added.map(idOf) }
  }
}

const withoutWords = (value: unknown): object => ({
  ...Object(value),
  sbar: undefined,
  comments: undefined,
})

const idOf = (comment: unknown): unknown => (Object(comment) as { id?: unknown }).id
