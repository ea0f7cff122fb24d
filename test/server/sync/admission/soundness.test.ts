import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isSound } from '../../../../server/sync/admission/soundness.ts'
import { put } from '../support/put.ts'

test.each([
  ['left', 'of its own list', 'one', 'a', true],
  ['left', 'under another key', 'one', 'b', false],
  ['left', 'of another map', 'two', 'a', false],
  ['right', 'of its own list', 'one', 'a', true],
  ['right', 'under another key', 'one', 'b', false],
  ['right', 'of another map', 'two', 'a', false],
])('[A1] what has a %s neighbour %s is sound or not', (side, _, map, key, sound) => {
  const doc = new Y.Doc()
  const [one, two] = [doc.getMap('one'), doc.getMap('two')]
  for (const root of [one, two]) for (const name of ['a', 'b']) root.set(name, 1)
  const neighbour = doc.getMap(map)._map.get(key) ?? null
  doc.transact((transaction) => {
    put(one, 'a', new Y.ContentAny([2]), { [side]: neighbour })
    expect(isSound(transaction)).toBe(sound)
  })
})
