import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { codeNow, codeOf } from '../../../client/state/code.ts'
import { Notices } from '../../../client/state/notices.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Code that comes at one of the next attempts. */
function codeAfter(failures: number) {
  const fetch = vi.fn<() => Promise<string>>()
  for (let i = 0; i < failures; i++) fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  return fetch.mockResolvedValue('code')
}

test('[H11] code that comes is missed by nobody', async () => {
  const miss = vi.fn()
  expect(await codeOf(codeAfter(0), miss)).toBe('code')
  expect(miss).not.toHaveBeenCalled()
})

test('[H11] code that does not come is missed once, and asked for until it has come', async () => {
  const [miss, fetch] = [vi.fn(), codeAfter(3)]
  const code = codeOf(fetch, miss)
  await vi.runAllTimersAsync()
  expect(await code).toBe('code')
  expect(fetch).toHaveBeenCalledTimes(4)
  expect(miss).toHaveBeenCalledTimes(1)
})

test('[H11] what was pressed and does not come is said, and is there when it is pressed again', async () => {
  const [notices, fetch] = [new Notices(), codeAfter(1)]
  expect(await codeNow(fetch, notices)).toBeNull()
  expect(notices.toast?.text).toBe('Det kunde inte hämtas från servern. Försök igen.')
  notices.hide()
  expect(await codeNow(fetch, notices)).toBe('code')
  expect(notices.toast).toBeNull()
})
