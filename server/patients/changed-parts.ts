import { equalityDeep } from 'lib0/function.js'
import type { EnrolledRow } from './patient-row.ts'

/** What follows from other columns, and what counts the changes. */
const DERIVED = ['id', 'words', 'number_kind', 'version']

/**
 * The names of what a change changes. The log keeps these and not the values: it would become a
 * second register, which nobody could correct.
 */
export function changedParts(before: EnrolledRow, after: Partial<EnrolledRow>): string[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([part, value]) => !DERIVED.includes(part) && !equalityDeep(was.get(part), value))
    .map(([part]) => part)
}
