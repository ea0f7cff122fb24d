import { equalityDeep } from 'lib0/function.js'
import { isFieldName } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import type { Superseded } from '../../shared/ruling.ts'
import { isOf } from '../state/undo.svelte.ts'

/** Something done here that had to wait, of what is told of it. */
type Entry = { readonly id: number; readonly changes: readonly CaseChange[] }

/** What can be taken back as a whole: words that several people write cannot. */
export const isRevertible = ({ changes }: Entry): boolean =>
  changes.length > 0 &&
  changes.every(({ kind }) => kind === 'created' || kind === 'field' || kind === 'task')

/** Which entries took an earlier one back, each by what it took back. */
export function takenBack<E extends Entry>(entries: readonly E[]): ReadonlyMap<E, E> {
  const pairs = entries.flatMap((back, i): [E, E][] => {
    const taken = entries.slice(0, i).findLast((one) => takesBack(back, one))
    return taken ? [[taken, back]] : []
  })
  return new Map(pairs)
}

const takesBack = (back: Entry, one: Entry): boolean =>
  isRevertible(one) &&
  one.changes.every((change) => back.changes.some((other) => undoes(other, change)))

/** Whether a change puts back what another replaced, as undo does it. */
function undoes(back: CaseChange, change: CaseChange): boolean {
  if (back.case !== change.case) return false
  if (back.kind === 'field' && change.kind === 'created')
    return back.field === 'closed' && (back.to as { how?: unknown }).how === 'voided'
  if (back.kind === 'field' && change.kind === 'field') {
    const { field } = change
    const former = change.from ?? (isFieldName(field) ? EMPTY_FIELDS[field] : null)
    return back.field === field && equalityDeep(back.from, change.to) && isSame(back.to, former)
  }
  if (back.kind !== 'task' || change.kind !== 'task' || back.task !== change.task) return false
  const former = change.from ?? { ...Object(change.to), removed: true }
  return equalityDeep(back.from, change.to) && isSame(back.to, former)
}

/** The same value, whenever it was set. */
const isSame = (a: unknown, b: unknown): boolean =>
  equalityDeep({ ...Object(a), at: 0 }, { ...Object(b), at: 0 })

/** What stands instead of something that was done, if it was superseded. */
export const rulingOn = ({ changes }: Entry, rulings: readonly Superseded[]) =>
  rulings.find((ruling) => changes.some((change) => isOf(change, ruling))) ?? null
