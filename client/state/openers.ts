import type { CaseId, UserId } from '../../shared/ids.ts'
import type { Present } from '../../shared/live.ts'

/** Who but oneself has which case open, in any of their windows. */
export function openersIn(
  people: readonly Present[],
  me: UserId,
): ReadonlyMap<CaseId, readonly Present[]> {
  const openers = new Map<CaseId, Present[]>()
  for (const one of people) {
    if (one.id === me) continue
    for (const id of new Set(one.views.map((view) => view.case)))
      if (id !== null) openers.set(id, [...(openers.get(id) ?? []), one])
  }
  return openers
}
