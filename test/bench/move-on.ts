import type * as Y from 'yjs'
import { entryOf, readField } from '../../shared/board-document.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { OPEN_LANES } from '../../shared/lane.ts'
import { KARIN } from './base-board.ts'

/** Karin moves a case to the end of the next lane. */
export function moveOn(doc: Y.Doc, id: CaseId, at: number): void {
  const entry = entryOf(doc, id)
  if (!entry) throw new Error('the case has not come')
  const lane = OPEN_LANES.findIndex((one) => one === readField(entry, 'place').lane)
  const to = OPEN_LANES[(lane + 1) % OPEN_LANES.length] ?? 'incoming'
  moveCase(doc, { case: id, to, before: null }, { by: KARIN, role: 'nurse', at })
}
