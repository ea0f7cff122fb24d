import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NUMBER_SHOWN_MS, OpenRecord } from '../../../client/state/patient-record.svelte.ts'
import { boardId, patientId } from '../../../shared/ids.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[R13] a whole number hides again by itself', async () => {
  const unreachable = async () => ({ ok: false, failure: 'unreachable' }) as const
  const opened = new OpenRecord(
    {
      read: unreachable,
      change: unreachable,
      number: async () => ({ ok: true, value: '193503122388' }),
    },
    boardId.parse('kungsbacka'),
    patientId.parse('00000000-0000-4000-8000-000000000100'),
  )
  await opened.showNumber()
  vi.advanceTimersByTime(NUMBER_SHOWN_MS - 1)
  expect(opened.number).toBe('193503122388')
  vi.advanceTimersByTime(1)
  expect(opened.number).toBeNull()
})
