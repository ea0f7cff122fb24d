import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { sbarText } from '../board-document.ts'
import type { SbarPart } from '../case.ts'
import type { CaseId } from '../ids.ts'
import { SBAR_MAX } from '../limits.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { typedChange } from '../typed-change.ts'
import { findOpenCase } from './find-case.ts'

export type EditSbar = {
  case: CaseId
  part: SbarPart
  text: string
  /** As `typedChange`. */
  caret?: number
}

/** Writes only what differs, so that two people who type in one text keep both their words. */
export function editSbar(doc: Y.Doc, props: EditSbar, stamp: Stamp): Outcome {
  const { case: id, part, text, caret } = props
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const written = sbarText(found.entry, part)
  if (!written) return refused('case-not-found')
  if (text.length > SBAR_MAX) return refused('invalid-value')
  const { index, remove, insert } = typedChange(written.toString(), text, caret)
  if (remove === 0 && insert === '') return refused('nothing-changed')
  written.delete(index, remove)
  written.insert(index, insert)
  return done
}
