import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { commentsOf, entryOf, readField, readMeta } from '../../../shared/board-document.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import type { Author } from './author.ts'
import { heedClosing } from './closing.ts'
import { corrected, saysTheSame } from './correct.ts'
import { decide, outcomeOf, type Decision, type Overwrite } from './decision.ts'
import type { LastWrites } from './last-writes.ts'
import type { Touch } from './touch.ts'
import { atOf } from './write.ts'

/** What was decided on each value of an update, and what its sender is to hear about that. */
export type Settled = {
  readonly decisions: readonly Decision[]
  readonly superseded: readonly Superseded[]
}

/**
 * Makes of a merged update what the rules make of it: writes into the document where they decide
 * otherwise than Yjs did. Call it in a transaction.
 */
export function settle(
  doc: Y.Doc,
  touches: readonly Touch[],
  writes: LastWrites,
  author: Author,
): Settled {
  const overwrites = touches.filter((touch) => touch.kind === 'field' || touch.kind === 'task')
  const decisions = [...Map.groupBy(overwrites, ({ spot }) => spot.case)].flatMap(([id, ones]) =>
    decideOn(doc, id, ones, writes, author),
  )
  const superseded = decisions.flatMap((decision) => toldOf(doc, decision, writes) ?? [])
  for (const decision of decisions) carryOut(decision, writes, author)
  for (const touch of touches) if (touch.kind === 'comments') correctComments(doc, touch, author)
  return { decisions, superseded }
}

function decideOn(
  doc: Y.Doc,
  id: CaseId,
  overwrites: readonly Overwrite[],
  writes: LastWrites,
  author: Author,
): Decision[] {
  const entry = entryOf(doc, id)
  const decisions = overwrites.map((touch) => decide(touch, writes, author))
  return entry === null ? decisions : heedClosing(entry, decisions)
}

function carryOut(decision: Decision, writes: LastWrites, { by }: Author): void {
  const { touch, part, because } = decision
  const { map, key, before } = touch.write
  const stands = outcomeOf(decision)
  if (!equalityDeep(map.get(key), stands)) map.set(key, stands)
  if (because === null) writes.note(touch.spot.case, part, { by, replaced: before })
}

/** The ruling on a value that does not stand; none where both people had decided the same. */
function toldOf(doc: Y.Doc, decision: Decision, writes: LastWrites): Superseded | null {
  const { touch, part, because } = decision
  const { before, sent } = touch.write
  if (
    because === null ||
    saysTheSame({ ...Object(sent), by: null }, { ...Object(before), by: null })
  )
    return null
  const kept = outcomeOf(decision) as Json
  return {
    kind: 'superseded',
    because,
    case: touch.spot.case,
    part,
    kept: { value: kept, ...decidedBy(doc, decision, kept, writes) },
    yours: { value: sent as Json, at: atOf(sent) },
  }
}

/** Who made the decision that is kept, as far as the server remembers it, and when. */
function decidedBy(
  doc: Y.Doc,
  { touch, part, because }: Decision,
  kept: Json,
  writes: LastWrites,
): Pick<Superseded['kept'], 'at' | 'by'> {
  const id = touch.spot.case
  const entry = entryOf(doc, id)
  if (because === 'closed' && entry) {
    const { at, by } = readField(entry, 'closed')
    return { at, by }
  }
  const movedBy = part === 'place' ? readMeta(doc, id)?.movedBy : null
  return { at: atOf(kept), by: writes.of(id, part)?.by ?? movedBy ?? null }
}

/** Comments cannot be overwritten: one from the future is put in anew, with the server's time. */
function correctComments(doc: Y.Doc, { spot, added }: Comments, author: Author): void {
  const entry = entryOf(doc, spot.case)
  const comments = entry && commentsOf(entry)
  if (!comments) return
  for (const sent of added) {
    const stands = corrected(sent as Record<string, unknown>, undefined, author)
    const index = comments.toArray().indexOf(sent)
    if (index === -1 || equalityDeep(sent, stands)) continue
    comments.delete(index)
    comments.insert(index, [stands])
  }
}

type Comments = Extract<Touch, { readonly kind: 'comments' }>
type Json = Superseded['kept']['value']
