import * as Y from 'yjs'
import type { Timestamp } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Author } from './admission/author.ts'

/** What the server itself does to a board: a command of its own, which has no author. */
export type Act = (doc: Y.Doc) => Outcome

/** As whom the server passes admission. */
export const asServer = (at: Timestamp): Author => ({
  ...{ by: null, name: 'Samtavlan', role: null, client: 'server', at },
})

/**
 * Does it on a copy of a document; gives the update that it makes. It writes as the document's
 * own client, so that all of the server's writing is one client's, and nobody else's to continue.
 */
export function actOn(doc: Y.Doc, act: Act): { outcome: Outcome; update: Uint8Array } {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = doc.clientID // last: Yjs gives up an id under which it hears somebody else
  const before = Y.encodeStateVector(copy)
  const outcome = copy.transact(() => act(copy))
  const update = Y.encodeStateAsUpdate(copy, before)
  copy.destroy()
  return { outcome, update }
}
