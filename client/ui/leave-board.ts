import { m } from '../i18n/paraglide/messages.js'
import type { Drafts } from '../state/drafts.svelte.ts'
import type { Notices } from '../state/notices.svelte.ts'
import type { SavedState } from '../state/saved.svelte.ts'

/** Leaves a board, or says first what would be lost: what waits here is nowhere else. */
export function leaveBoard(
  saved: Pick<SavedState, 'state'>,
  drafts: Pick<Drafts, 'isEmpty'>,
  notices: Pick<Notices, 'show'>,
  leave: () => void,
): void {
  const { state } = saved
  if (state.kind !== 'queued' && drafts.isEmpty) return leave()
  const text = state.kind === 'queued' ? changesText(state.changes) : m.leave_loses_words()
  notices.show(text, { label: m.leave_anyway, run: leave })
}

const changesText = (count: number) =>
  count === 1 ? m.leave_loses_one() : m.leave_loses_many({ count })
