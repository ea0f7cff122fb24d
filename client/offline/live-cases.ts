import * as Y from 'yjs'
import { arrivalOf } from '../../shared/arrival.ts'
import { caseIds, casesOf, entryOf, metaOf, readField } from '../../shared/board-document.ts'
import { caseFields } from '../../shared/case.ts'
import type { CaseId } from '../../shared/ids.ts'

/**
 * All of a board that may rest on a device: no ended cases, none of a protected identity, and
 * nothing that was ever deleted. It is a picture to work from, and no replica: where cases are
 * left out it would tell the server that they are gone, so it must never be synced.
 * @returns it in parts, as a board comes from the server
 */
export function liveCases(board: Uint8Array): Uint8Array[] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, board)
  copy.transact(() => {
    for (const id of caseIds(copy)) {
      if (isKept(copy, id)) continue
      casesOf(copy).delete(id)
      metaOf(copy).delete(id)
    }
  })
  const parts = arrivalOf(copy)
  copy.destroy()
  return parts
}

/** A case whose patient cannot be read may be anybody's. */
function isKept(board: Y.Doc, id: CaseId): boolean {
  const entry = entryOf(board, id)
  if (entry === null || readField(entry, 'closed').how !== null) return false
  return caseFields.patient.safeParse(entry.get('patient')).data?.protected === false
}
