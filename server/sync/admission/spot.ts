import type * as Y from 'yjs'
import { boardOf, casesOf, dutyOf, metaOf, peopleOf } from '../../../shared/board-document.ts'
import { caseId, type CaseId } from '../../../shared/ids.ts'

/** Where in a board's document something stands, by the way that leads to it from its root. */
export type Spot =
  /** An entry of `cases`, and a key of one. */
  | { readonly in: 'cases'; readonly case: CaseId }
  | { readonly in: 'case'; readonly case: CaseId; readonly key: string }
  /** One of SBAR's four texts, and what is written in it. */
  | { readonly in: 'sbar'; readonly case: CaseId; readonly key: string }
  | { readonly in: 'text'; readonly case: CaseId; readonly key: string }
  | { readonly in: 'tasks'; readonly case: CaseId; readonly key: string }
  | { readonly in: 'comments'; readonly case: CaseId }
  | { readonly in: 'settings'; readonly key: string }
  | { readonly in: 'server' }
  | { readonly in: 'nowhere' }

const NOWHERE: Spot = { in: 'nowhere' }
/** The longest way there is: a case, its SBAR, one of its texts, and a place in that. */
const LONGEST_WAY = 4

export function spotOf(doc: Y.Doc, item: Y.Item): Spot {
  const way: (string | null)[] = []
  let at: Y.Item | null = item
  let root: unknown = null
  while (at !== null && way.length < LONGEST_WAY) {
    way.unshift(at.parentSub)
    const parent = at.parent as Y.AbstractType<unknown>
    root = parent
    at = parent._item
  }
  if (root === casesOf(doc)) return spotInCases(way)
  const [key = null] = way
  if (root === boardOf(doc) && way.length === 1 && key !== null) return { in: 'settings', key }
  return [metaOf, peopleOf, dutyOf].some((own) => own(doc) === root) ? { in: 'server' } : NOWHERE
}

function spotInCases(way: readonly (string | null)[]): Spot {
  const [id, key, nested, ...deeper] = way
  const parsed = caseId.safeParse(id)
  if (!parsed.success) return NOWHERE
  const one = { case: parsed.data }
  if (way.length === 1) return { in: 'cases', ...one }
  if (typeof key !== 'string') return NOWHERE
  if (way.length === 2) return { in: 'case', ...one, key }
  if (key === 'comments' && nested === null && way.length === 3) return { in: 'comments', ...one }
  if (typeof nested !== 'string') return NOWHERE
  if (key === 'tasks' && way.length === 3) return { in: 'tasks', ...one, key: nested }
  if (key !== 'sbar') return NOWHERE
  if (way.length === 3) return { in: 'sbar', ...one, key: nested }
  return deeper[0] === null ? { in: 'text', ...one, key: nested } : NOWHERE
}
