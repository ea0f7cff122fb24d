import type * as Y from 'yjs'
import { accessOf, type Stamp } from '../access.ts'
import { entryOf, readField, type CaseEntry } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { refused, type Refused } from '../outcome.ts'

export type Found = { ok: true; entry: CaseEntry } | Refused

/** The case to change, whatever its state, or why this person may not. */
export function findCase(doc: Y.Doc, id: CaseId, { role }: Stamp): Found {
  if (accessOf(role) !== 'write') return refused('not-allowed')
  const entry = entryOf(doc, id)
  return entry ? { ok: true, entry } : refused('case-not-found')
}

/** The same for what only an open case takes. */
export function findOpenCase(doc: Y.Doc, id: CaseId, stamp: Stamp): Found {
  const found = findCase(doc, id, stamp)
  if (found.ok && readField(found.entry, 'closed').how !== null) return refused('case-closed')
  return found
}
