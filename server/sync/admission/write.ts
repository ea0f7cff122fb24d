import * as Y from 'yjs'
import { isNew } from './items.ts'
import type { Write } from './touch.ts'

/**
 * What an update set one key of a map to, from the items that it brought for it; null when it
 * brought only places of values that were overwritten since.
 */
export function writeOf(transaction: Y.Transaction, items: readonly Y.Item[]): Write | null {
  const values = items.filter((item) => item.content instanceof Y.ContentAny)
  const [first, ...others] = values
  if (first === undefined || first.parentSub === null) return null
  const latest = others.reduce((a, b) => (atOf(valueOf(b)) >= atOf(valueOf(a)) ? b : a), first)
  const before = standingBefore(transaction, first)
  return {
    map: first.parent as Y.Map<unknown>,
    key: first.parentSub,
    before: before === null ? undefined : valueOf(before),
    sent: valueOf(latest),
    knew: Y.compareIDs(baseOf(transaction, latest), before?.lastId ?? null),
  }
}

/** A value's `at`; whatever has none is older than any decision. */
export function atOf(value: unknown): number {
  const at: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'at') : null
  return typeof at === 'number' ? at : 0
}

const valueOf = ({ content }: Y.Item): unknown =>
  content instanceof Y.ContentAny ? (content.arr[0] as unknown) : undefined

/** What stood under the key: the last in its list that the transaction did not bring. */
function standingBefore(transaction: Y.Transaction, { parent, parentSub }: Y.Item): Y.Item | null {
  const { _map } = parent as Y.AbstractType<unknown>
  let item = _map.get(parentSub ?? '') ?? null
  while (item !== null && isNew(transaction, item)) item = item.left
  return item
}

/** What the sender saw before it wrote the first of its own values that led to this one. */
function baseOf({ doc, beforeState }: Y.Transaction, latest: Y.Item): Y.ID | null {
  let { origin } = latest
  while (origin !== null && origin.clock >= (beforeState.get(origin.client) ?? 0)) {
    const own = Y.getItem(doc.store, origin)
    origin = own instanceof Y.Item ? own.origin : null
  }
  return origin
}
