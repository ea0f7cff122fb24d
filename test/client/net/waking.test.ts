import { describe, expect, test, vi } from 'vitest'
import { Close } from '../../../shared/wire.ts'
import { connected, LONGEST_PAUSE_MS } from './connected.ts'
import { StagedSocket } from './staged-socket.ts'

/** It looks at the time every five seconds. */
const LOOKS_WITHIN_MS = 5_000
/** The time of day runs on while timers stand still; then they go on. */
function sleep(): void {
  vi.setSystemTime(Date.now() + 8 * 3_600_000)
  vi.advanceTimersByTime(LOOKS_WITHIN_MS)
}

describe.each([
  ['the network is there again', () => dispatchEvent(new Event('online'))],
  ['somebody looks again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['the machine has slept', () => sleep()],
])('[W10] when %s', (_, wake) => {
  test('a socket is asked for a sign of life, and left when there is none', () => {
    const { told, arrive } = connected()
    arrive()
    wake()
    vi.advanceTimersByTime(1)
    expect(StagedSocket.latest.sent.map(({ type }) => type)).toEqual([0, 1, 0])
    vi.advanceTimersByTime(4_000)
    expect(told).toEqual([['dropped']])
    vi.advanceTimersByTime(400)
    expect(StagedSocket.opened).toHaveLength(2)
  })

  test('a socket that answers is kept', () => {
    const { told, arrive, answer } = connected()
    arrive()
    wake()
    vi.advanceTimersByTime(1)
    answer()
    vi.advanceTimersByTime(20_000)
    expect(told).toEqual([['synced']])
    expect(StagedSocket.opened).toHaveLength(1)
  })

  test('who waits to try again need not wait any longer', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9)
    connected()
    for (let failures = 0; failures < 8; failures++) {
      StagedSocket.latest.end(1006)
      vi.advanceTimersByTime(LONGEST_PAUSE_MS)
    }
    StagedSocket.latest.end(1006)
    const before = StagedSocket.opened.length
    wake()
    vi.advanceTimersByTime(1)
    expect(StagedSocket.opened).toHaveLength(before + 1)
  })
})

test('[W10] walls that wake up together spread over ten seconds', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const { arrive } = connected(10_000)
  arrive()
  dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(4_999)
  expect(StagedSocket.latest.sent).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(StagedSocket.latest.sent).toHaveLength(3)
})

test('[W10] a page that is left out of sight is not woken by that', () => {
  const { arrive } = connected()
  arrive()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  vi.advanceTimersByTime(1)
  expect(StagedSocket.latest.sent).toHaveLength(2)
})

test('[W6] after a final code nothing wakes it', () => {
  connected()
  StagedSocket.latest.end(Close.sessionEnded.code)
  dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(LONGEST_PAUSE_MS)
  expect(StagedSocket.opened).toHaveLength(1)
})

test('[W10] a board that goes on after a lock is woken again', () => {
  const { connection, arrive } = connected()
  StagedSocket.latest.end(Close.locked.code)
  connection.retry()
  arrive()
  dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(1)
  expect(StagedSocket.latest.sent.map(({ type }) => type)).toEqual([0, 1, 0])
})
