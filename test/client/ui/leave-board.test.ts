import { expect, test, vi } from 'vitest'
import type { Toast } from '../../../client/state/notices.svelte.ts'
import type { Saved } from '../../../client/state/saved.svelte.ts'
import { leaveBoard } from '../../../client/ui/leave-board.ts'

function leaving(state: Saved, isEmpty = true) {
  const leave = vi.fn()
  const show = vi.fn<(text: string, action?: Toast['action']) => void>()
  leaveBoard({ state }, { isEmpty }, { show }, leave)
  return { leave, show }
}

test('[U4] with everything saved one leaves a board at once', () => {
  const { leave, show } = leaving({ kind: 'saved', at: 0 })
  expect(leave).toHaveBeenCalledOnce()
  expect(show).not.toHaveBeenCalled()
})

test('[U21] who would lose changes that wait is told so first, and may leave all the same', () => {
  const { leave, show } = leaving({ kind: 'queued', changes: 2, lostSince: null })
  expect(leave).not.toHaveBeenCalled()
  const [text, action] = show.mock.calls[0] ?? []
  expect(text).toContain('2 ändringar')
  action?.run()
  expect(leave).toHaveBeenCalledOnce()
})

test('[U21] who has written something that is not sent is told so first', () => {
  const { leave, show } = leaving({ kind: 'saved', at: 0 }, false)
  expect(leave).not.toHaveBeenCalled()
  expect(show.mock.calls[0]?.[0]).toContain('skrivit')
})
