import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Rechecks } from '../../../client/state/rechecks.svelte.ts'
import type { Answer } from '../../../client/net/requests.ts'
import { boardId } from '../../../shared/ids.ts'
import type { Recheck } from '../../../shared/rechecks.ts'
import { anna, berit } from '../../shared/support/board.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const question = (n: number): Recheck => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  ...{ case: n === 1 ? anna : berit, code: `H-0${n}`, name: 'Anna D.', closedAt: 1, days: 3 },
  ...{ outcome: 'hospital-avoided', judgedBy: 'Sara Lindgren' },
})
const [one, two] = [question(1), question(2)]
const said = <T>(value: T): Answer<T> => ({ ok: true, value })

/** A server with these questions, which keeps what it is told. */
function asking(...open: Recheck[]) {
  const api = {
    recheckCount: vi.fn(async () => said({ due: open.length })),
    rechecks: vi.fn(async () => said(open)),
    answerRecheck: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
    withdrawRecheck: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
  }
  return { api, rechecks: new Rechecks(api, boardId.parse('kungsbacka')) }
}

test('[K6] counting reads nobody’s name; opening the list does', async () => {
  const { api, rechecks } = asking(one, two)
  await rechecks.count()
  expect([rechecks.due, rechecks.all]).toEqual([2, null])
  expect(api.rechecks).not.toHaveBeenCalled()
  await rechecks.load()
  expect(rechecks.all).toEqual([one, two])
})

test('[K6] an answer can be taken back for ten seconds, the last one only', async () => {
  const { api, rechecks } = asking(one, two)
  await rechecks.load()
  await rechecks.answer(one, 'no')
  expect([rechecks.answerTo(one), rechecks.due, rechecks.mayUndo(one)]).toEqual(['no', 1, true])
  await rechecks.answer(two, 'hospital')
  expect([rechecks.mayUndo(one), rechecks.mayUndo(two)]).toEqual([false, true])
  vi.advanceTimersByTime(9_999)
  await rechecks.undo(two)
  expect(api.withdrawRecheck).toHaveBeenCalledWith('kungsbacka', two.id)
  expect([rechecks.answerTo(two), rechecks.due]).toEqual([null, 1])

  await rechecks.answer(two, 'hospital')
  vi.advanceTimersByTime(10_000)
  expect(rechecks.mayUndo(two)).toBe(false)
})

test('[K6] what is not kept stays to be answered, and says why', async () => {
  const { api, rechecks } = asking(one)
  await rechecks.load()
  api.answerRecheck.mockResolvedValue({ ok: false, failure: 'unreachable' })
  expect(await rechecks.answer(one, 'no')).toBe(false)
  expect([rechecks.answerTo(one), rechecks.due, rechecks.failure]).toEqual([null, 1, 'unreachable'])
})

test('[K6] where somebody was faster the list is read anew', async () => {
  const { api, rechecks } = asking(one)
  await rechecks.load()
  api.answerRecheck.mockResolvedValue({ ok: false, failure: 'not-found' })
  await rechecks.answer(one, 'no')
  expect(api.rechecks).toHaveBeenCalledTimes(2)
  expect(rechecks.failure).toBeNull()
})
