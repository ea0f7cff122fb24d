import type * as Y from 'yjs'
import { may, type Stamp } from '../access.ts'
import { readField, writeField } from '../board-document.ts'
import type { CaseId } from '../ids.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findCase } from './find-case.ts'

/** Ticks, or unticks, that the visit stands in one care provider's own record. */
export type DocumentCase = { case: CaseId; record: 'region' | 'municipality'; documented: boolean }

/** Also after closing: records are often written at the end of the day. */
export function documentCase(doc: Y.Doc, command: DocumentCase, stamp: Stamp): Outcome {
  const isRegion = command.record === 'region'
  if (!may(stamp.role, isRegion ? 'documentedRegion' : 'documentedMunicipality'))
    return refused('not-allowed')
  const found = findCase(doc, command.case, stamp)
  if (!found.ok) return found
  const field = isRegion ? 'documentedRegion' : 'documentedMunicipality'
  if ((readField(found.entry, field).by !== null) === command.documented)
    return refused('nothing-changed')
  writeField(found.entry, field, { by: command.documented ? stamp.by : null, at: stamp.at })
  return done
}
