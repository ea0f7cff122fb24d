import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { caseIds, casesOf, entryOf, writeField } from '../../shared/board-document.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { newCaseId, type CaseId } from '../../shared/ids.ts'
import { OPEN_LANES } from '../../shared/lane.ts'
import { deliveriesTo, type Sent } from './deliveries.ts'
import type { Dialect } from './dialect.ts'
import { Person } from './person.ts'
import { seeded } from './statistics.ts'

export type Target = {
  readonly url: string
  readonly headers: Record<string, string>
  readonly dialect: Dialect
}
export type Load = { readonly people: number; readonly perSecond: number; readonly seconds: number }

const CASES = 200
/** A server is measured as it is after some work, not in its first seconds. */
const WARM_UP = { perSecond: 400, seconds: 5 }

/** Moves cases at random times; gives each delivery's latency in ms, from sent to received. */
export async function drive(target: Target, load: Load, seed: number): Promise<number[]> {
  const { url, headers, dialect } = target
  const people = Array.from({ length: load.people }, () => new Person(url, headers, dialect))
  await Promise.all(people.map((person) => person.open()))
  await until(() => people.every((person) => person.synced))
  const cases = await seedCases(people)
  await moveCases(people, cases, WARM_UP, seed)
  await until(() => converged(people))
  const sent = await moveCases(people, cases, load, seed)
  await until(() => converged(people))
  const latencies = people.flatMap((person) => deliveriesTo(person, dialect, sent))
  await Promise.all(people.map((person) => person.close()))
  return latencies
}

async function seedCases(people: readonly Person[]): Promise<CaseId[]> {
  const ids = Array.from({ length: CASES }, newCaseId)
  for (const id of ids) people[0]?.send((doc) => casesOf(doc).set(id, newEntry()))
  await until(() => converged(people))
  return ids
}

function newEntry(): Y.Map<unknown> {
  const nested = { sbar: new Y.Map(), tasks: new Y.Map(), comments: new Y.Array() }
  return new Y.Map<unknown>(Object.entries({ ...EMPTY_FIELDS, ...nested }))
}

/** Poisson arrivals, the same for every server: `at` is each move's own number. */
async function moveCases(
  people: readonly Person[],
  cases: readonly CaseId[],
  { perSecond, seconds }: Pick<Load, 'perSecond' | 'seconds'>,
  seed: number,
): Promise<Map<number, Sent>> {
  const random = seeded(seed)
  const sent = new Map<number, Sent>()
  const start = performance.now()
  const end = start + seconds * 1_000
  let at = Date.now()
  for (let due = start; due < end; due += (-Math.log(1 - random()) * 1_000) / perSecond) {
    await wait(Math.max(0, due - performance.now()))
    const by = people[Math.floor(random() * people.length)]
    const id = cases[sent.size % cases.length]
    if (!by || !id) throw new Error('nobody to move, or nothing to be moved')
    const lane = OPEN_LANES[Math.floor(random() * OPEN_LANES.length)] ?? 'incoming'
    at += 1
    const place = { ...EMPTY_FIELDS.place, lane, at }
    const time = by.send((doc) => {
      const entry = entryOf(doc, id)
      if (entry) writeField(entry, 'place', place)
    })
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

async function until(reached: () => boolean): Promise<void> {
  const limit = performance.now() + 30_000
  while (!reached()) {
    if (performance.now() > limit) throw new Error('the server did not get there in 30 s')
    await wait(20)
  }
}
