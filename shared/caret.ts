import * as Y from 'yjs'
import { z } from 'zod'

const itemId = z.strictObject({ client: z.int().nonnegative(), clock: z.int().nonnegative() })
const assoc = z.int().min(-1).max(0)

/**
 * A place in a shared text that stays where it is while others write before it: Yjs's relative
 * position, beside a letter (`item`) or at an end of the text (`type`).
 */
export const caret = z.union([
  z.strictObject({ item: itemId, assoc }),
  z.strictObject({ type: itemId, assoc }),
])
export type Caret = Readonly<z.infer<typeof caret>>

/** The place right after what stands before an index, where whoever writes there goes on. */
export function caretAt(text: Y.Text, index: number): Caret | null {
  const within = Math.min(Math.max(0, index), text.length)
  const { item, type } = Y.createRelativePositionFromTypeIndex(text, within, -1)
  if (item) return { item: { client: item.client, clock: item.clock }, assoc: -1 }
  return type && { type: { client: type.client, clock: type.clock }, assoc: -1 }
}

/** A place's index in a text; null where the text has no such place, or not yet. */
export function indexOf(text: Y.Text, place: Caret): number | null {
  if (text.doc === null) return null
  const position = Y.createRelativePositionFromJSON(place)
  const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
  return found?.type === text ? found.index : null
}
