import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { readField } from '../board-document.ts'
import type { CaseFields } from '../case.ts'
import type { CaseId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'
import { setField } from './set-field.ts'

/** What is edited as it is; other fields have commands of their own, as more hangs on them. */
export type EditableField =
  'patient' | 'reason' | 'mission' | 'request' | 'nurse' | 'doctor' | 'consent' | 'vitals'

/** What the value leaves out stays as it was. */
export type EditField = {
  [F in EditableField]: {
    case: CaseId
    field: F
    value: Partial<Omit<CaseFields[F], 'at' | 'by'>>
  }
}[EditableField]

export function editField(
  doc: Y.Doc,
  { case: id, field, value }: EditField,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const before = readField(found.entry, field)
  const author = 'by' in before ? { by: stamp.by } : {}
  return setField(found.entry, field, { ...before, ...value, ...author } as typeof before, stamp.at)
}
