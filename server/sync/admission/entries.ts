import type * as Y from 'yjs'
import { entryOf, readField } from '../../../shared/board-document.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { entriesOfChanges, entriesOfSuperseded } from '../../audit/case-entries.ts'
import type { AuditEntry } from '../../audit/entry.ts'
import type { Admission } from '../shadow.ts'
import type { Author } from './author.ts'

/** What the log keeps of an update: a line for each change, and one for what was not taken. */
export function entriesOf(admission: Admission, author: Author, doc: Y.Doc): AuditEntry[] {
  const { at, by, name, role, client } = author
  const doer = { time: at, user: by, name, role, client }
  const patientOf = (id: CaseId) => {
    const entry = entryOf(doc, id)
    return entry && readField(entry, 'patient').ref
  }
  if (admission.kind === 'unreadable')
    return [{ ...doer, ...REFUSED, ...NOTHING, reason: 'unreadable' }]
  if (admission.kind === 'refused') {
    const { reason, case: id, part } = admission.objection
    const patient = id && patientOf(id)
    return [{ ...doer, ...REFUSED, ...NOTHING, case: id, patient, object: part, reason }]
  }
  const { changes, settings, superseded } = admission
  return [
    ...entriesOfChanges(changes, doer, patientOf),
    ...settings.map(({ key, from, to }) => ({
      ...doer,
      ...NOTHING,
      action: 'settings-changed' as const,
      object: `settings.${key}`,
      from,
      to,
    })),
    ...entriesOfSuperseded(superseded, doer, patientOf),
  ]
}

const REFUSED = { action: 'change-refused' } as const
const NOTHING = { case: null, patient: null, object: null, from: null, to: null, reason: '' }
