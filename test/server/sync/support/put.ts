import * as Y from 'yjs'

export type Content = Y.ContentAny | Y.ContentJSON | Y.ContentString | Y.ContentType
export type Parent = Y.Map<unknown> | Y.Array<unknown> | Y.Text

/** Beside what it says that it stands, in its list or under its key. */
type Sides = { readonly left?: Y.Item | null; readonly right?: Y.Item | null }

/** Puts something into a type as a client could that keeps to none of Yjs's ways. */
export function put(
  parent: Parent,
  key: string | null,
  content: Content,
  { left = null, right = null }: Sides = {},
): Y.Item {
  const { doc } = parent
  if (doc === null) throw new Error('it stands in no document')
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  const item = new Y.Item(
    id,
    left,
    left && left.lastId,
    right,
    right && right.id,
    parent,
    key,
    content,
  )
  doc.transact((transaction) => item.integrate(transaction, 0))
  return item
}
