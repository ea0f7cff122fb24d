import { isSbarPart } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { BoardState } from '../state/board.svelte.ts'
import type { Unsaved } from '../state/setbacks.svelte.ts'
import { caseTitle } from './card-text.ts'

/** What changes that were not saved would have left on the board: of each part the latest. */
export function unsavedFrom(
  changes: readonly CaseChange[],
  board: Pick<BoardState, 'case'>,
): Unsaved[] {
  const latest = new Map<string, Unsaved>()
  for (const one of changes.flatMap((change) => leftBy(change, board))) {
    const before = latest.get(one.key)
    latest.set(one.key, before ? { ...one, from: before.from } : one)
  }
  return [...latest.values()]
}

function leftBy(change: CaseChange, board: Pick<BoardState, 'case'>): Unsaved[] {
  const one = board.case(change.case)
  const left = (part: string | null, value: unknown, from: unknown = null, id = ''): Unsaved => ({
    key: [change.case, part, id].join(' '),
    title: one ? caseTitle(one) : '–',
    part,
    from,
    value,
  })
  switch (change.kind) {
    case 'created':
      return [left(null, change.as)]
    case 'field':
      return [left(change.field, change.to, change.from)]
    case 'task':
      return [left(`tasks.${change.task}`, change.to, change.from)]
    case 'text':
      return isSbarPart(change.part)
        ? [left(`sbar.${change.part}`, change.to ?? one?.sbar[change.part])]
        : []
    case 'comments':
      return change.added.map((added) => {
        const { id, text } = Object(added) as { id?: unknown; text?: unknown }
        return left('comments', text, null, String(id))
      })
    case 'removed':
      return []
  }
}
