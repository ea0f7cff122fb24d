import type { CaseChange } from '../../shared/changes.ts'

/** The latest `at` that any of these changes wrote; 0 when none carries one. */
export function newest(changes: readonly CaseChange[]): number {
  return Math.max(0, ...changes.map((change) => ('to' in change ? atOf(change.to) : 0)))
}

function atOf(value: unknown): number {
  const at: unknown = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0
  return typeof at === 'number' && Number.isSafeInteger(at) ? at : 0
}
