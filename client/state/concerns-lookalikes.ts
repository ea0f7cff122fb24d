import type * as Y from 'yjs'
import type { CaseChange } from '../../shared/changes.ts'

/** Whether a change may make names alike, or no longer so. */
export const concernsNames = (change: CaseChange): boolean =>
  change.kind === 'created' ||
  change.kind === 'removed' ||
  (change.kind === 'field' && (change.field === 'patient' || change.field === 'closed'))

/** Whether the server has said anew which patients were born the same day. */
export const concernsBirths = ({ changes, target }: Y.YMapEvent<unknown>): boolean =>
  [...changes.keys].some(([key, { oldValue }]) => bornIn(oldValue) !== bornIn(target.get(key)))

const bornIn = (meta: unknown): string =>
  String(typeof meta === 'object' && meta !== null ? Reflect.get(meta, 'sameBirth') : '')
