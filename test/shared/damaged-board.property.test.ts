import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  casesOf,
  entryOf,
  readLane,
  readPeople,
  readSettings,
} from '../../shared/board-document.ts'
import { readCases } from '../../shared/read-case.ts'
import { observeChanges, type CaseChange } from '../../shared/changes.ts'
import { caseId } from '../../shared/ids.ts'
import { LANES } from '../../shared/lane.ts'
import { revert } from '../../shared/undo.ts'
import { wallCardOf } from '../../shared/wall.ts'
import { anyCommand, anyStamp, run } from './support/any-command.ts'
import { anyDamages, damagedBoard } from './support/any-damage.ts'
import { asKarin } from './support/board.ts'
import fc from '../support/fast-check.ts'

const acts = fc.array(fc.record({ command: anyCommand, stamp: anyStamp }), {
  maxLength: 12,
  size: 'max',
})

test('[B11] no command throws, whatever the document holds', () =>
  fc.assert(
    fc.property(anyDamages, acts, (damages, acts) => {
      const doc = damagedBoard(damages)
      for (const { command, stamp } of acts)
        expect(run(doc, command, stamp).ok).toBeTypeOf('boolean')
    }),
    { numRuns: 200 },
  ))

test('[B11] a refused command leaves no half of itself behind', () =>
  fc.assert(
    fc.property(anyDamages, acts, (damages, acts) => {
      const doc = damagedBoard(damages)
      for (const { command, stamp } of acts) {
        const before = Y.encodeStateAsUpdate(doc)
        const outcome = run(doc, command, stamp)
        const isSame = Buffer.compare(before, Y.encodeStateAsUpdate(doc)) === 0
        expect(isSame).toBe(!outcome.ok)
      }
    }),
    { numRuns: 100 },
  ))

test('[B16] undo never throws, and puts a case back or leaves it', () =>
  fc.assert(
    fc.property(anyDamages, acts, (damages, acts) => {
      const doc = damagedBoard(damages)
      const changes: CaseChange[][] = []
      observeChanges(doc, (some) => changes.push(some))
      for (const { command, stamp } of acts) run(doc, command, stamp)
      for (const some of changes.slice()) {
        const before = Y.encodeStateAsUpdate(doc)
        const outcome = doc.transact(() => revert(doc, some, asKarin(9_000)))
        const isSame = Buffer.compare(before, Y.encodeStateAsUpdate(doc)) === 0
        expect(isSame).toBe(!outcome.ok)
      }
    }),
    { numRuns: 100 },
  ))

test('[B7] every case that is one is read, in one lane, whatever its fields hold', () =>
  fc.assert(
    fc.property(anyDamages, (damages) => {
      const doc = damagedBoard(damages)
      const ids = [...casesOf(doc).keys()].filter(
        (key) => caseId.safeParse(key).success && entryOf(doc, caseId.parse(key)),
      )
      const cases = readCases(doc)
      expect(cases.map((one) => one.id).toSorted()).toEqual(ids.toSorted())
      const standing = LANES.flatMap((lane) => readLane(doc, lane).map(({ id }) => id))
      expect(standing.toSorted()).toEqual(ids.toSorted())
      const people = readPeople(doc)
      for (const one of cases) wallCardOf(one, people)
      expect(readSettings(doc).name).toBeTypeOf('string')
    }),
    { numRuns: 200 },
  ))
