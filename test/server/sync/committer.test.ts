import { expect, test, vi } from 'vitest'
import { Committer, type Source } from '../../../server/sync/committer.ts'
import { noMeter } from '../../../server/sync/meter.ts'
import { first, halmstad, kungsbacka } from './support/fake-gate.ts'
import { MemoryLog } from './support/memory-log.ts'

function committerOver(log: MemoryLog) {
  const pauses: number[] = []
  const committer = new Committer({
    log,
    meter: noMeter,
    onSaving: () => {},
    pause: async (ms) => {
      pauses.push(ms)
      if (pauses.length === 10) log.fail(null)
    },
  })
  return { committer, pauses }
}

const sourceOf = (board = kungsbacka) => {
  const land = vi.fn()
  const batch = { board, epoch: first, updates: [new Uint8Array(2)], audit: [] }
  const source: Source = { takeOff: () => ({ batch, land }), abandon: vi.fn() }
  return { source, land }
}

test('[D4] pauses between tries grow up to ten seconds, and nothing is lost', async () => {
  const log = new MemoryLog()
  const { committer, pauses } = committerOver(log)
  const { source, land } = sourceOf()
  log.fail(new Error('the disk is full'))
  committer.request(source)
  await committer.flush()
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10000, 10000, 10000])
  expect(land.mock.calls).toEqual([[1]])
})

test('[D2] one turn’s requests are one transaction, and each source learns its own seq', async () => {
  const log = new MemoryLog()
  const { committer } = committerOver(log)
  const [a, b] = [sourceOf(kungsbacka), sourceOf(halmstad)]
  await log.commit([{ board: halmstad, epoch: first, updates: [new Uint8Array(2)], audit: [] }])
  committer.request(a.source)
  await Promise.resolve() // promises settle within a turn
  committer.request(b.source)
  committer.request(a.source)
  await committer.flush()
  expect(log.commits).toHaveLength(2)
  expect(a.land.mock.calls).toEqual([[1]])
  expect(b.land.mock.calls).toEqual([[2]])
})

test('[D4] a source that throws is abandoned, and the others are saved', async () => {
  const log = new MemoryLog()
  const { committer } = committerOver(log)
  const [bad, worse, good] = [sourceOf(halmstad), sourceOf(), sourceOf()]
  const fault = new Error('broken')
  bad.source.takeOff = () => {
    throw fault
  }
  worse.land.mockThrow(fault)
  for (const { source } of [bad, worse, good]) committer.request(source)
  await committer.flush()
  expect(bad.source.abandon).toHaveBeenCalledWith(fault)
  expect(worse.source.abandon).toHaveBeenCalledWith(fault)
  expect(good.land).toHaveBeenCalledWith(2)
})

test('[D3] whoever only waits for an answer gets it after what was asked for before', async () => {
  const log = new MemoryLog()
  const { committer } = committerOver(log)
  const { source, land } = sourceOf()
  const waiting = vi.fn()
  const release = log.hold()
  committer.request(source)
  await expect.poll(() => committer.saving).toBe(true)
  committer.request({ takeOff: () => ({ batch: null, land: waiting }), abandon: vi.fn() })
  release()
  await committer.flush()
  expect(land.mock.invocationCallOrder[0]).toBeLessThan(waiting.mock.invocationCallOrder[0] ?? 0)
  expect(log.commits).toHaveLength(1)
})

test('[H8] the oldest wait is that of what has been longest without a disk', async () => {
  const log = new MemoryLog()
  let now = 1_000
  const parts = { log, meter: noMeter, onSaving: () => {}, now: () => now }
  const committer = new Committer(parts)
  expect(committer.oldestWaitMs).toBe(0)
  const release = log.hold()
  committer.request(sourceOf(kungsbacka).source)
  now += 400
  expect(committer.oldestWaitMs).toBe(400)
  await new Promise(setImmediate) // the first is under way
  committer.request(sourceOf(halmstad).source)
  now += 100
  expect(committer.oldestWaitMs).toBe(500)
  release()
  await committer.flush()
  expect(committer.oldestWaitMs).toBe(0)
})
