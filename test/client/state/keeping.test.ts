import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptBoard } from '../../../client/offline/kept-board.ts'
import { copyOf } from '../../shared/support/board.ts'
import { StagedServer } from '../live/staged-server.ts'
import { StagedSocket } from '../net/staged-socket.ts'
import { arrive, board, copied, leaveAll, leaveBoard, newDevice, shown } from './staged-visit.ts'

/** A thread whose answer the test gives. */
class StagedWorker {
  static latest: StagedWorker | null = null
  onmessage: ((event: { data: Uint8Array[] }) => void) | null = null
  onerror: (() => void) | null = null
  postMessage = vi.fn()
  terminate = vi.fn()

  constructor() {
    StagedWorker.latest = this
  }
}

const asked = () =>
  vi.waitFor(() => {
    const worker = StagedWorker.latest
    if (!worker?.onerror || !worker.onmessage) throw new Error('not asked yet')
    return { answer: worker.onmessage, fail: worker.onerror, ended: worker.terminate }
  })

beforeEach(async () => {
  await newDevice()
  vi.stubGlobal('Worker', StagedWorker)
})
afterEach(() => {
  leaveAll()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  StagedSocket.opened = []
  StagedWorker.latest = null
})

test('[O5] a copy that was begun when somebody leaves is not written', async () => {
  const copies = vi.spyOn(KeptBoard.prototype, 'writeCopy')
  new StagedServer(copyOf(board))
  const visit = arrive()
  await shown(visit)
  const { answer, ended } = await asked()
  leaveBoard(visit)
  answer({ data: [] })
  await vi.waitFor(() => expect(ended).toHaveBeenCalled())
  expect(copies).not.toHaveBeenCalled()
})

test('[O3] a copy for which the code did not come is tried again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  new StagedServer(copyOf(board))
  await shown(arrive())
  const { fail, ended } = await asked()
  fail()
  await vi.waitFor(() => expect(ended).toHaveBeenCalled())
  vi.unstubAllGlobals()
  vi.advanceTimersByTime(10_000)
  await copied()
})
