import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { casesOf, readField, readLane } from '../../shared/board-document.ts'
import { readCases } from '../../shared/read-case.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { LANES } from '../../shared/lane.ts'
import { anyCommand, anyStamp, run } from './support/any-command.ts'
import { asKarin, caseNumber, requestFor } from './support/board.ts'
import { Peers } from './support/peers.ts'
import fc from '../support/fast-check.ts'

const PEERS = 3
const peer = fc.nat({ max: PEERS - 1 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ peer, command: anyCommand, stamp: anyStamp }) },
  {
    weight: 3,
    arbitrary: fc.record({ to: peer, which: fc.nat({ max: 20 }), again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ meets: peer, other: peer }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const script = fc.array(step, { maxLength: 80, size: 'max' })

/**
 * Plays a script among peers who have each made a case, apart, so that it starts with a tie.
 * Gives their boards and every place that anybody wrote.
 */
function play(steps: readonly Step[]) {
  const peers = new Peers(PEERS)
  peers.docs.forEach((doc, i) => createCase(doc, requestFor(caseNumber(i + 1)), asKarin(1_000)))
  peers.settle()
  const places = new Set(peers.docs.flatMap(placesIn))
  for (const step of steps) {
    if ('to' in step) peers.deliver(step.to, step.which, step.again)
    else if ('meets' in step) peers.meet(step.meets, step.other)
    else {
      const doc = peers.docs[step.peer] as Y.Doc
      const before = placesIn(doc)
      run(doc, step.command, step.stamp)
      for (const place of placesIn(doc)) if (!before.includes(place)) places.add(place)
    }
  }
  peers.settle()
  return { docs: peers.docs, places }
}

const placesIn = (doc: Y.Doc) =>
  [...casesOf(doc)].map(([id, entry]) => JSON.stringify([id, readField(entry, 'place')]))
const lanesIn = (doc: Y.Doc) => LANES.map((lane) => readLane(doc, lane).map(({ id }) => id))

test('[B3] whatever people do, once all have everything, all see the same board', () =>
  fc.assert(
    fc.property(script, (steps) => {
      const [first, ...others] = play(steps).docs.map((doc) => ({
        cases: readCases(doc).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        lanes: lanesIn(doc),
      }))
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 100 },
  ))

test('[B3] each case stands on the board exactly once', () =>
  fc.assert(
    fc.property(script, (steps) => {
      for (const doc of play(steps).docs)
        expect(lanesIn(doc).flat().toSorted()).toEqual([...casesOf(doc).keys()].toSorted())
    }),
    { numRuns: 100 },
  ))

test('[B4] a case stands where somebody put it, lane and rank together', () =>
  fc.assert(
    fc.property(script, (steps) => {
      const { docs, places } = play(steps)
      for (const place of docs.flatMap(placesIn)) expect(places).toContain(place)
    }),
    { numRuns: 100 },
  ))
