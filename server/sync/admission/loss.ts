import type * as Y from 'yjs'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import type { Spot } from './spot.ts'

/** Why something may not go: only letters may, and a value in whose place a new one stands. */
export function loss(item: Y.Item, spot: Spot): UpdateRefusal | null {
  if (spot.in === 'server') return 'server-owned'
  return spot.in === 'text' || isReplaced(item) ? null : 'removed'
}

/** A nested type cannot be: whatever takes its place is a misfit. */
const isReplaced = ({ parent, parentSub }: Y.Item): boolean =>
  (parent as Y.AbstractType<unknown>)._map.get(parentSub ?? '')?.deleted === false
