import * as Y from 'yjs'

/**
 * Does in one document what an update did in another, as this page's own change.
 * @returns whether there was anything new in it
 */
export function adopt(doc: Y.Doc, update: Uint8Array, origin?: unknown): boolean {
  let isNew = false
  const note = () => (isNew = true)
  doc.on('update', note)
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update)
    transaction.local = true // Yjs takes any update for somebody else's
  }, origin)
  doc.off('update', note)
  return isNew
}

/** Whether a document has all that an update builds on: else it would wait in there, unseen. */
export function follows(doc: Y.Doc, update: Uint8Array): boolean {
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const { from, to } = Y.parseUpdateMeta(update)
  if (![...from].every(([client, clock]) => clock <= (known.get(client) ?? 0))) return false
  const end = (client: number) => Math.max(known.get(client) ?? 0, to.get(client) ?? 0)
  const { structs, ds } = Y.decodeUpdate(update)
  return (
    structs.flatMap(groundOf).every(({ client, clock }) => clock < end(client)) &&
    [...ds.clients].every(([client, parts]) =>
      parts.every(({ clock, len }) => clock + len <= end(client)),
    )
  )
}

/** Beside what, and in what, a part was written. */
const groundOf = (struct: Y.Item | Y.GC | Y.Skip): Y.ID[] =>
  struct instanceof Y.Item
    ? [struct.origin, struct.rightOrigin, struct.parent].filter((one) => one instanceof Y.ID)
    : []
