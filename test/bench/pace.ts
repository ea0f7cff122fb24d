import type { BoardId, CaseId } from '../../shared/ids.ts'

/** How much those do who are present. */
export const PACES = ['nobody', 'a usual day', 'everybody each second'] as const
export type Pace = (typeof PACES)[number]
/** What a crowd in a thread of its own needs to know. */
export type LiveCrowd = {
  readonly url: string
  readonly board: BoardId
  readonly cookies: readonly string[]
  readonly cases: readonly CaseId[]
}
