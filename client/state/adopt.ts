import * as Y from 'yjs'

/** The origin of what was done before, on a page or in a document that is gone. */
const ADOPTED = Symbol('adopted')

/** Does in one document what an update did in another, as this page's own change. */
export function adopt(doc: Y.Doc, update: Uint8Array): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update)
    transaction.local = true // Yjs takes any update for somebody else's
  }, ADOPTED)
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
