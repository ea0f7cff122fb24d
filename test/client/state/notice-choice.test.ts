import { expect, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { NoticeChoice } from '../../../client/state/notice-choice.svelte.ts'
import type { NoticeSettings } from '../../../shared/notices.ts'

const failing = { ok: false, failure: 'unreachable' } as const

function choices() {
  const settings = vi.fn(async (): Promise<Answer<NoticeSettings>> => ({
    ok: true,
    value: { muted: ['clash'] },
  }))
  const choose = vi.fn(async (): Promise<Answer<undefined>> => ({ ok: true, value: undefined }))
  return { settings, choose, choice: new NoticeChoice({ settings, choose }) }
}

test('[Z4] a kind is switched on and off as the server has it', async () => {
  const { choice, choose } = choices()
  expect(choice.muted).toBeNull()
  await choice.load()
  expect([choice.isMuted('clash'), choice.isMuted('mention')]).toEqual([true, false])
  await choice.turn('clash', true)
  expect(choice.muted).toEqual([])
  await choice.turn('mention', false)
  expect(choose.mock.calls).toEqual([[{ muted: [] }], [{ muted: ['mention'] }]])
})

test('[Z4] what the server does not take stays as it was, and is told', async () => {
  const { choice, settings, choose } = choices()
  settings.mockResolvedValueOnce(failing)
  await choice.load()
  expect([choice.muted, choice.failure]).toEqual([null, 'unreachable'])
  await choice.load()
  expect(choice.failure).toBeNull()
  choose.mockResolvedValueOnce(failing)
  await choice.turn('clash', true)
  expect([choice.isMuted('clash'), choice.failure]).toEqual([true, 'unreachable'])
})
