import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { dutyOf } from '../../shared/board-document.ts'
import type { Duty } from '../../shared/duty.ts'

/** Mirrors the roster into a board's document; what is there already is not written again. */
export function writeDuty(doc: Y.Doc, duty: Duty): void {
  const root = dutyOf(doc)
  for (const [key, value] of Object.entries(duty))
    if (!equalityDeep(root.get(key), value)) root.set(key, value)
}
