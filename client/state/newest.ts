import type { CaseChange } from '../../shared/changes.ts'

/** The latest `at` that any of these changes wrote; 0 when none carries one. */
export const newest = (changes: readonly CaseChange[]): number =>
  changes.reduce((latest, change) => Math.max(latest, newestIn(change)), 0)

function newestIn(change: CaseChange): number {
  if (change.kind !== 'created') return 'to' in change ? atOf(change.to) : 0
  return Object.values(Object(change.as) as object).reduce<number>(
    (latest, value) => Math.max(latest, atOf(value)),
    0,
  )
}

/** When a value was decided; 0 for what carries no time. */
export function atOf(value: unknown): number {
  const at: unknown = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0
  return typeof at === 'number' && Number.isSafeInteger(at) ? at : 0
}
