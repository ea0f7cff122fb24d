import type * as Y from 'yjs'
import type { z } from 'zod'
import { may } from '../../../shared/access.ts'
import { boardSettings } from '../../../shared/board.ts'
import {
  casesOf,
  commentsOf,
  entryOf,
  NESTED_PARTS,
  sbarText,
  tasksOf,
} from '../../../shared/board-document.ts'
import {
  caseFields,
  comment,
  isFieldName,
  isSbarPart,
  SBAR_PARTS,
  task,
} from '../../../shared/case.ts'
import type { CommentId, UserId } from '../../../shared/ids.ts'
import {
  CASES_PER_BOARD,
  COMMENTS_PER_CASE,
  SBAR_MAX,
  TASKS_PER_CASE,
  TEXT_PIECES_MAX,
} from '../../../shared/limits.ts'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import type { Author } from './author.ts'
import { objection, type Objection } from './objection.ts'
import type { Touch } from './touch.ts'

/**
 * Commands keep to the limits. But two people who were apart may each have filled what was left,
 * and nobody's work is refused for that.
 */
const SLACK = 2

/**
 * The first thing in an update that its author may not do, or that no board may hold.
 * @param isFull whether the document has reached its size: what is there may still be changed
 */
export function judge(
  doc: Y.Doc,
  touches: readonly Touch[],
  author: Author,
  isFull: boolean,
): Objection | null {
  for (const touch of touches) {
    const reason = isFull && adds(touch) ? 'board-full' : against(doc, touch, author)
    if (reason !== null) return objection(reason, touch.spot)
  }
  return null
}

function against(doc: Y.Doc, touch: Touch, { by, role }: Author): UpdateRefusal | null {
  switch (touch.kind) {
    case 'created':
      return may(role, 'patient') ? againstCase(doc, touch) : 'not-allowed'
    case 'field':
      return againstField(touch, role)
    case 'task':
      return may(role, 'tasks') ? againstTask(doc, touch) : 'not-allowed'
    case 'text':
      return may(role, 'sbar') ? againstText(doc, touch) : 'not-allowed'
    case 'comments':
      return may(role, 'comments') ? againstComments(doc, touch, by) : 'not-allowed'
    case 'setting':
      return may(role, 'settings') ? againstSetting(touch) : 'not-allowed'
  }
}

const adds = (touch: Touch): boolean =>
  touch.kind === 'created' ||
  touch.kind === 'comments' ||
  (touch.kind === 'text' && touch.grows) ||
  (touch.kind === 'task' && touch.write.before === undefined)

type Of<Kind extends Touch['kind']> = Extract<Touch, { readonly kind: Kind }>

/** A case comes whole: what is missing could only be made later, by two people at once. */
function againstCase(doc: Y.Doc, { spot }: Of<'created'>): UpdateRefusal | null {
  if (casesOf(doc).size > CASES_PER_BOARD * SLACK) return 'board-full'
  const entry = entryOf(doc, spot.case)
  const isWhole =
    entry !== null &&
    ['place', 'patient', ...Object.keys(NESTED_PARTS)].every((part) => entry.has(part)) &&
    SBAR_PARTS.every((part) => sbarText(entry, part) !== null)
  return isWhole ? null : 'invalid-value'
}

function againstField({ spot, write }: Of<'field'>, role: Author['role']): UpdateRefusal | null {
  if (!isFieldName(spot.key)) return 'unknown-part'
  if (!may(role, spot.key)) return 'not-allowed'
  const value = caseFields[spot.key].safeParse(write.sent).data
  if (value === undefined) return 'invalid-value'
  return 'lane' in value && value.lane === 'done' ? 'close-needs-outcome' : null
}

function againstTask(doc: Y.Doc, { spot, write }: Of<'task'>): UpdateRefusal | null {
  const sent = task.safeParse(write.sent).data
  if (sent?.id !== spot.key) return 'invalid-value'
  const entry = entryOf(doc, spot.case)
  const size = (entry && tasksOf(entry)?.size) ?? 0
  return size > TASKS_PER_CASE * SLACK ? 'case-full' : null
}

function againstText(doc: Y.Doc, { spot, grows }: Of<'text'>): UpdateRefusal | null {
  const entry = entryOf(doc, spot.case)
  const text = entry && isSbarPart(spot.key) ? sbarText(entry, spot.key) : null
  if (text === null || text.length > SBAR_MAX * SLACK) return 'invalid-value'
  return grows && piecesOf(text) > TEXT_PIECES_MAX ? 'case-full' : null
}

/** How many pieces a text was written in, those among them that were taken away since. */
function piecesOf(text: Y.Text): number {
  let pieces = 0
  for (let item = text._start; item !== null && pieces <= TEXT_PIECES_MAX; item = item.right)
    pieces++
  return pieces
}

/** A second comment of one id would hide the first. */
function againstComments(
  doc: Y.Doc,
  { spot, added }: Of<'comments'>,
  by: UserId | null,
): UpdateRefusal | null {
  const entry = entryOf(doc, spot.case)
  const all = (entry && commentsOf(entry)?.toArray()) ?? []
  if (all.length > COMMENTS_PER_CASE * SLACK) return 'case-full'
  const sent = added.map((value) => comment.safeParse(value).data)
  if (sent.includes(undefined)) return 'invalid-value'
  const ids = all.map((value) => comment.safeParse(value).data?.id)
  const isTaken = (id: CommentId) => ids.indexOf(id) !== ids.lastIndexOf(id)
  return sent.every((one) => one?.by === by && !isTaken(one.id)) ? null : 'not-yours'
}

/** Settings are not settled: of several values in one update the one that Yjs let stand counts. */
function againstSetting({ spot, write }: Of<'setting'>): UpdateRefusal | null {
  const setting = new Map<string, z.ZodType>(Object.entries(boardSettings.shape)).get(spot.key)
  if (setting === undefined) return 'unknown-part'
  return setting.safeParse(write.map.get(spot.key)).success ? null : 'invalid-value'
}
