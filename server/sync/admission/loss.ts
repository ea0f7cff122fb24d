import * as Y from 'yjs'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import type { Spot } from './spot.ts'

/** Why something may not go: only letters may, and a value in whose place a new one stands. */
export function loss(item: Y.Item, spot: Spot): UpdateRefusal | null {
  if (spot.in === 'server') return 'server-owned'
  return spot.in === 'text' || isReplaced(item) ? null : 'removed'
}

/** A nested type is never replaced. */
function isReplaced({ parent, parentSub, content }: Y.Item): boolean {
  if (parentSub === null || content instanceof Y.ContentType) return false
  return (parent as Y.AbstractType<unknown>)._map.get(parentSub)?.deleted === false
}
