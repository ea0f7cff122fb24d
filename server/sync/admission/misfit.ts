import * as Y from 'yjs'
import { isNestedPart, NESTED_PARTS, type NestedPart } from '../../../shared/board-document.ts'
import { isSbarPart } from '../../../shared/case.ts'
import { taskId } from '../../../shared/ids.ts'
import type { UpdateRefusal } from '../../../shared/ruling.ts'
import { isPlain } from './plain.ts'
import type { Spot } from './spot.ts'

/** Why something new may not stand where an update put it, whoever sent it; null when it may. */
export function misfit(item: Y.Item, spot: Spot): UpdateRefusal | null {
  switch (spot.in) {
    case 'nowhere':
      return 'unknown-part'
    case 'server':
      return 'server-owned'
    case 'cases':
      return misfitOfNested(item, Y.Map)
    case 'case':
      return isNestedPart(spot.key)
        ? misfitOfNested(item, NESTED_PARTS[spot.key])
        : misfitOfValue(item)
    case 'sbar':
      if (!isSbarPart(spot.key)) return 'unknown-part'
      return misfitOfNested(item, Y.Text)
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

/** A case, or what comes with it: made again, it would take away all that stands in the first. */
function misfitOfNested(item: Y.Item, type: NestedType): UpdateRefusal | null {
  if (!isAlone(item)) return 'removed'
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
