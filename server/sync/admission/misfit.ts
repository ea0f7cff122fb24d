import * as Y from 'yjs'
import { isNestedPart, NESTED_PARTS, type NestedPart } from '../../../shared/board-document.ts'
import { isFieldName, isSbarPart } from '../../../shared/case.ts'
import { taskId } from '../../../shared/ids.ts'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import { isNew } from './items.ts'
import { isPlain } from './plain.ts'
import type { Spot } from './spot.ts'

/** Why something new may not stand where an update put it, whoever sent it; null when it may. */
export function misfit(transaction: Y.Transaction, item: Y.Item, spot: Spot): UpdateRefusal | null {
  switch (spot.in) {
    case 'nowhere':
      return 'unknown-part'
    case 'server':
      return 'server-owned'
    case 'cases':
      if (!isAlone(item)) return 'removed' // it would take another case's place
      return holds(item, Y.Map) ? null : 'invalid-value'
    case 'case':
      if (isNestedPart(spot.key)) return misfitOfNested(transaction, item, NESTED_PARTS[spot.key])
      return isFieldName(spot.key) ? misfitOfValue(item) : 'unknown-part'
    case 'sbar':
      if (!isSbarPart(spot.key)) return 'unknown-part'
      return misfitOfNested(transaction, item, Y.Text)
    case 'text':
      return isText(item) ? null : 'invalid-value'
    case 'tasks':
      return taskId.safeParse(spot.key).success ? misfitOfValue(item) : 'unknown-part'
    case 'comments': // always added behind those that are there
      return holdsValues(item) && item.rightOrigin === null ? null : 'invalid-value'
    case 'settings':
      return misfitOfValue(item)
  }
}

/** Nested types come with their case: made later, they would take away what stands in them. */
function misfitOfNested(
  transaction: Y.Transaction,
  item: Y.Item,
  type: NestedType,
): UpdateRefusal | null {
  const owner = (item.parent as Y.AbstractType<unknown>)._item
  if (owner === null || !isNew(transaction, owner) || !isAlone(item)) return 'removed'
  return holds(item, type) ? null : 'invalid-value'
}

/** One JSON value, or the place of one that its sender has overwritten since. */
const misfitOfValue = (item: Y.Item): UpdateRefusal | null =>
  (holdsValues(item) && item.length === 1) || item.content instanceof Y.ContentDeleted
    ? null
    : 'invalid-value'

const holdsValues = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentAny && content.arr.every((value) => isPlain(value))

const isText = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentString || content instanceof Y.ContentDeleted

/** Nothing else has ever stood under its key. */
const isAlone = ({ left, right }: Y.Item): boolean => left === null && right === null

type NestedType = (typeof NESTED_PARTS)[NestedPart] | typeof Y.Text

/** Of just this kind: Yjs has others that inherit from it. */
const holds = ({ content }: Y.Item, type: NestedType): boolean =>
  content instanceof Y.ContentType && content.type.constructor === type
