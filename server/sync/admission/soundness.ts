import * as Y from 'yjs'
import { newItems } from './items.ts'

/**
 * Whether what a transaction brought stands among its own kind. An update that tells something
 * else about an already known clock (one bit wrong in a length is enough) is cut by Yjs in the
 * middle, and the rest joins a list that it does not belong to. Encoded again, such an item says
 * something else: this document and everyone's who gets it from here would differ for ever.
 */
export function isSound(transaction: Y.Transaction): boolean {
  for (const item of newItems(transaction))
    if (!standsByItsNeighbours(transaction.doc, item)) return false
  return true
}

const standsByItsNeighbours = (doc: Y.Doc, item: Y.Item): boolean =>
  [item.origin, item.rightOrigin].every((id) => {
    const neighbour = id === null ? item : Y.getItem(doc.store, id)
    return neighbour.parent === item.parent && neighbour.parentSub === item.parentSub
  })
