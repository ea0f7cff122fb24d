import * as Y from 'yjs'

/** What a transaction has brought, client by client, as long as it still has a place in the document. */
export function* newItems({ doc, beforeState }: Y.Transaction): Generator<Y.Item> {
  for (const [client, structs] of doc.store.clients) {
    const known = beforeState.get(client) ?? 0
    let first = structs.length
    while ((structs[first - 1]?.id.clock ?? -1) >= known) first--
    for (const struct of structs.slice(first)) if (struct instanceof Y.Item) yield struct
  }
}

/** Whether this transaction brought it. */
export const isNew = ({ beforeState }: Y.Transaction, { id }: Y.Item): boolean =>
  id.clock >= (beforeState.get(id.client) ?? 0)

/** What it took away, of old or new. */
export function goneItems(transaction: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item) items.push(struct)
  })
  return items
}
