import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { caseIds, entryOf } from '../../shared/board-document.ts'
import { HybridClock } from '../../shared/clock.ts'
import type { CaseId } from '../../shared/ids.ts'
import { baseBoard } from './base-board.ts'
import type { Running } from './contender.ts'
import { deliveriesTo, type Sent } from './deliveries.ts'
import { moveOn } from './move-on.ts'
import { Person } from './person.ts'
import { seeded } from './statistics.ts'
import { until } from './until.ts'

export type Load = { readonly people: number; readonly perSecond: number; readonly seconds: number }

/** A server is measured as it is after some work, not in its first seconds. */
const WARM_UP = { perSecond: 400, seconds: 5 }

/** Moves cases at random times; gives each delivery's latency in ms, from sent to received. */
export async function drive(server: Running, load: Load, seed: number): Promise<number[]> {
  const { people: count } = load
  const seats = await Promise.all(Array.from({ length: count }, () => server.seat(0)))
  const people = seats.map((seat) => new Person(seat))
  await Promise.all(people.map((person) => person.open()))
  await until('everybody has the board', () => people.every((person) => person.synced))
  const { update, cases } = baseBoard()
  people[0]?.send((doc) => Y.applyUpdate(doc, update))
  await until('all see the cases', () => converged(people))
  await moveCases(people, cases, WARM_UP, seed)
  await until('all see the same', () => converged(people))
  const sent = await moveCases(people, cases, load, seed)
  await until('all see the same', () => converged(people))
  const latencies = people.flatMap((person) => deliveriesTo(person, sent))
  for (const person of people) person.leave()
  return latencies
}

/** Poisson arrivals, the same for every server: `at` is each move's own number. */
async function moveCases(
  people: readonly Person[],
  cases: readonly CaseId[],
  { perSecond, seconds }: Pick<Load, 'perSecond' | 'seconds'>,
  seed: number,
): Promise<Map<number, Sent>> {
  const random = seeded(seed)
  const clock = new HybridClock(Date.now)
  const sent = new Map<number, Sent>()
  const start = performance.now()
  const end = start + seconds * 1_000
  for (let due = start; due < end; due += (-Math.log(1 - random()) * 1_000) / perSecond) {
    await wait(Math.max(0, due - performance.now()))
    const by = people[Math.floor(random() * people.length)]
    const id = cases[sent.size % cases.length]
    if (!by || !id) throw new Error('nobody to move, or nothing to be moved')
    const at = clock.tick()
    const time = by.send((doc) => moveOn(doc, id, at))
    sent.set(at, { time, by })
  }
  return sent
}

function converged(people: readonly Person[]): boolean {
  for (const person of people) person.catchUp()
  const states = people.map(({ doc }) =>
    JSON.stringify(
      caseIds(doc)
        .sort()
        .map((id) => entryOf(doc, id)?.get('place')),
    ),
  )
  return new Set(states).size === 1
}
