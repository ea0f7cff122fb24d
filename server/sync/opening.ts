import type * as Y from 'yjs'
import { caseIds, entryOf, readField } from '../../shared/board-document.ts'
import type { CaseId } from '../../shared/ids.ts'
import { ABOUT_NOTHING, type AuditEntry } from '../audit/entry.ts'
import { doerOf } from '../identity/doer.ts'
import type { Principal } from '../identity/principal.ts'
import { displayName } from '../identity/display-name.ts'

/** What the log says when somebody is shown a board: which cases a person sees, or which wall it is. */
export function openingOf(
  principal: Principal,
  isOurClient: boolean,
  board: Y.Doc,
  time: number,
): AuditEntry {
  const doer = doerOf(principal, time, isOurClient ? 'web' : 'stock')
  return principal.kind === 'person'
    ? { ...doer, ...ABOUT_NOTHING, action: 'board-opened', to: liveCases(board) }
    : { ...doer, ...ABOUT_NOTHING, action: 'wall-opened', object: displayName(principal.session) }
}

/** What of a board may be kept on a device: its live cases, of protected identities none. */
export const keepableCases = (doc: Y.Doc): CaseId[] =>
  liveCases(doc).filter((id) => {
    const entry = entryOf(doc, id)
    return entry !== null && !readField(entry, 'patient').protected
  })

const liveCases = (doc: Y.Doc): CaseId[] =>
  caseIds(doc).filter((id) => {
    const entry = entryOf(doc, id)
    return entry !== null && readField(entry, 'closed').how === null
  })
