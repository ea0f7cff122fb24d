import { setTimeout as wait } from 'node:timers/promises'
import { HybridClock } from '../../shared/clock.ts'
import type { Crowd } from './crowd.ts'
import { movesIn } from './deliveries.ts'
import { quantile, seeded } from './statistics.ts'
import { until } from './until.ts'

export type Step = {
  /** From when a move was due to when a colleague had it, in ms; infinite when some never came. */
  readonly p95: number
  readonly p99: number
  /** The share of the time that the crowd itself was at work: near 1 it is the limit, not the server. */
  readonly busy: number
}

type Rate = { readonly perSecond: number; readonly seconds: number; readonly seed: number }
type Move = { readonly due: number; readonly at: number; readonly send: () => void }

const PATIENCE_MS = 10_000

/**
 * Gives each move an `at` of its own, all of the past: thousands a second are made at once, and
 * ours sets right what is said to be done in the future.
 */
const HOUR_MS = 3_600_000
const clock = new HybridClock(() => Date.now() - HOUR_MS)

/** Has a crowd make so many moves a second. */
export async function step(
  crowd: Crowd,
  perSecond: number,
  seed: number,
  seconds = 4,
): Promise<Step> {
  const moves = plan(crowd, { perSecond, seconds, seed })
  const before = performance.eventLoopUtilization()
  const start = performance.now()
  for (let next = 0; next < moves.length; await wait(1))
    for (; (moves[next]?.due ?? Infinity) <= performance.now() - start; next++) moves[next]?.send()
  const busy = performance.eventLoopUtilization(before).utilization
  const arrived = await arrivals(crowd, moves.length)
  const latencies = moves
    .map(({ at, due }) => (arrived.get(at) ?? Infinity) - start - due)
    .sort((a, b) => a - b)
  const [p95, p99] = [quantile(latencies, 0.95), quantile(latencies, 0.99)]
  if (Number.isFinite(p99)) await until('all is acknowledged', () => allAcknowledged(crowd))
  return { p95, p99, busy }
}

/** Poisson arrivals, each made by anybody; made beforehand, as making one costs more than sending it. */
function plan({ hands }: Crowd, { perSecond, seconds, seed }: Rate): Move[] {
  const random = seeded(seed)
  const moves: Move[] = []
  for (let due = 0; due < seconds * 1_000; due += (-Math.log(1 - random()) * 1_000) / perSecond) {
    const at = clock.tick()
    const hand = hands[Math.floor(random() * hands.length)]
    if (hand !== undefined) moves.push({ due, at, send: hand.prepare(at) })
  }
  return moves
}

/** When each move came to the colleague who watches its board. */
async function arrivals({ witnesses }: Crowd, count: number): Promise<Map<number, number>> {
  const arrived = new Map<number, number>()
  const limit = performance.now() + PATIENCE_MS
  while (arrived.size < count && performance.now() < limit) {
    await wait(50)
    for (const witness of witnesses)
      for (const { time, update } of witness.news())
        for (const at of movesIn(update)) if (!arrived.has(at)) arrived.set(at, time)
  }
  return arrived
}

const allAcknowledged = ({ hands }: Crowd) => hands.every((hand) => hand.isAcknowledged)
