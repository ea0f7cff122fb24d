import { m } from '../i18n/paraglide/messages.js'
import type { Notices } from '../state/notices.svelte.ts'
import type { SavedState } from '../state/saved.svelte.ts'

/** Leaves a board, or says first what would be lost: changes that wait here are nowhere else. */
export function leaveBoard(
  saved: Pick<SavedState, 'state'>,
  notices: Pick<Notices, 'show'>,
  leave: () => void,
): void {
  const { state } = saved
  if (state.kind !== 'queued') return leave()
  const text =
    state.changes === 1 ? m.leave_loses_one() : m.leave_loses_many({ count: state.changes })
  notices.show(text, { label: m.leave_anyway, run: leave })
}
