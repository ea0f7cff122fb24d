import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { spotOf } from '../../../../server/sync/admission/spot.ts'
import { boardOf, commentsOf, metaOf, tasksOf } from '../../../../shared/board-document.ts'
import { anna, boardWith, entryIn, taskNumber } from '../../../shared/support/board.ts'
import { sbarOf, textOf } from '../support/attempts/attempt.ts'
import { put, type Parent } from '../support/put.ts'

type Place = readonly [parent: Parent | null, key: string | null]

/** A map at some place in the document, for something to stand in. */
function mapAt([parent, key]: Place): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  if (parent) put(parent, key, new Y.ContentType(map))
  return map
}

test.each<[what: string, place: (doc: Y.Doc) => Place, spot: object]>([
  ['a case', (doc) => [doc.getMap('cases'), anna], { in: 'cases', case: anna }],
  ['a field', (doc) => [entryIn(doc, anna), 'seen'], { in: 'case', case: anna, key: 'seen' }],
  ['a task', (doc) => [tasksOf(entryIn(doc, anna)), taskNumber(1)], { in: 'tasks', case: anna }],
  ['a comment', (doc) => [commentsOf(entryIn(doc, anna)), null], { in: 'comments', case: anna }],
  ['a text', (doc) => [sbarOf(doc), 'situation'], { in: 'sbar', case: anna, key: 'situation' }],
  ['a letter', (doc) => [textOf(doc), null], { in: 'text', case: anna, key: 'situation' }],
  ['a setting', (doc) => [boardOf(doc), 'name'], { in: 'settings', key: 'name' }],
  ['a note of the server', (doc) => [metaOf(doc), anna], { in: 'server' }],
  ['a root that no board has', (doc) => [doc.getMap('notes'), 'a'], { in: 'nowhere' }],
  ['a list among the settings', (doc) => [boardOf(doc), null], { in: 'nowhere' }],
  ['a part of a setting', (doc) => [mapAt([boardOf(doc), 'labels']), 'a'], { in: 'nowhere' }],
  ['a list among the cases', (doc) => [doc.getMap('cases'), null], { in: 'nowhere' }],
  ['a case of another kind of name', (doc) => [doc.getMap('cases'), 'a'], { in: 'nowhere' }],
  ['a list in a case', (doc) => [entryIn(doc, anna), null], { in: 'nowhere' }],
  ['a part of a field', (doc) => [mapAt([entryIn(doc, anna), 'seen']), 'a'], { in: 'nowhere' }],
  ['a list of tasks', (doc) => [tasksOf(entryIn(doc, anna)), null], { in: 'nowhere' }],
  [
    'a part of a task',
    (doc) => [mapAt([tasksOf(entryIn(doc, anna)), taskNumber(1)]), 'a'],
    { in: 'nowhere' },
  ],
  ['a key among comments', (doc) => [commentsOf(entryIn(doc, anna)), 'a'], { in: 'nowhere' }],
  [
    'a part of a comment',
    (doc) => [mapAt([commentsOf(entryIn(doc, anna)), null]), 'a'],
    { in: 'nowhere' },
  ],
  ['a list in SBAR', (doc) => [sbarOf(doc), null], { in: 'nowhere' }],
  ['a key of a text', (doc) => [textOf(doc), 'a'], { in: 'nowhere' }],
  ['what is deeper than a text', (doc) => [mapAt([textOf(doc), null]), 'a'], { in: 'nowhere' }],
])('[A4] %s is known by the way that leads to it', (_, placeIn, spot) => {
  const doc = boardWith(anna)
  const [parent, key] = placeIn(doc)
  if (parent === null) throw new Error('there is no such place')
  expect(spotOf(doc, put(parent, key, new Y.ContentAny([1])))).toMatchObject(spot)
})
