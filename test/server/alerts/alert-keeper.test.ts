import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { AlertKeeper } from '../../../server/alerts/alert-keeper.ts'
import { boardId } from '../../../shared/ids.ts'

const [kungsbacka, halmstad] = [boardId.parse('kungsbacka'), boardId.parse('halmstad')]

test('[Q2] each board that is due goes on, also after one that failed', async () => {
  const advance = vi.fn(async (board: string) => {
    if (board === kungsbacka) throw new Error('not now')
  })
  const alerts = { dueBoards: async () => [kungsbacka, halmstad] }
  const keeper = new AlertKeeper({ alerts, advance, log: pino({ level: 'silent' }) })
  await keeper.look()
  await keeper.look()
  expect(advance.mock.calls.flat()).toEqual([kungsbacka, halmstad, kungsbacka, halmstad])
})

test('[Q2] a database that does not say what is due is asked again', async () => {
  const advance = vi.fn(async () => undefined)
  const dueBoards = vi.fn(async () => [kungsbacka])
  dueBoards.mockRejectedValueOnce(new Error('away'))
  const parts = { alerts: { dueBoards }, advance, log: pino({ level: 'silent' }) }
  const keeper = new AlertKeeper(parts)
  await keeper.look()
  expect(advance).not.toHaveBeenCalled()
  await keeper.look()
  expect(advance).toHaveBeenCalledOnce()
})

test('[Q2] while it looks nobody else does, and a stop waits for it', async () => {
  const found = Promise.withResolvers<never[]>()
  const dueBoards = vi.fn(() => found.promise)
  const parts = { alerts: { dueBoards }, advance: async () => {}, log: pino({ level: 'silent' }) }
  const keeper = new AlertKeeper(parts)
  const stop = keeper.start()
  void keeper.look()
  expect(dueBoards).toHaveBeenCalledOnce()
  let isStopped = false
  const stopped = stop().then(() => (isStopped = true))
  await Promise.resolve()
  expect(isStopped).toBe(false)
  found.resolve([])
  await stopped
})
