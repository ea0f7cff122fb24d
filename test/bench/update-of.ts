import type * as Y from 'yjs'

/** Does something to a document and gives it as one update. */
export function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  doc.transact(() => change(doc))
  doc.off('update', keep)
  const [update] = updates
  if (update === undefined) throw new Error('nothing was changed')
  return update
}
