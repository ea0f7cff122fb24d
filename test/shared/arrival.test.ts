import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { arrivalOf } from '../../shared/arrival.ts'
import { boardOf, caseIds, peopleOf, readLane } from '../../shared/board-document.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { nextEpoch } from '../../shared/next-epoch.ts'
import { readCases } from '../../shared/read-case.ts'
import {
  asKarin,
  boardWith,
  cameAt,
  caseIn,
  caseNumber,
  commentNumber,
  copyOf,
  karin,
  requestFor,
} from './support/board.ts'

const [FIRST, LAST] = [caseNumber(1), caseNumber(200)]

/** A board in the morning, with so many cases in `incoming`, the first on top. */
function morningWith(count: number): Y.Doc {
  const ids = Array.from({ length: count }, (_, i) => caseNumber(i + 1))
  const doc = boardWith(...ids)
  for (const id of ids) cameAt(doc, id, 1_000)
  boardOf(doc).set('name', 'Kungsbacka')
  peopleOf(doc).set(karin, { id: karin, name: 'Karin', initials: 'K', role: 'nurse' })
  return copyOf(nextEpoch(doc, 2_000).doc)
}

/** What somebody sees once the first so many parts are there. */
function seenAfter(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  return doc
}

/** Each case by its id. */
const casesIn = (doc: Y.Doc) => new Map(readCases(doc).map((one) => [one.id, { ...one }]))

test('[W11] a board of rested cases comes in parts that together are all of it', () => {
  const doc = morningWith(200)
  const parts = arrivalOf(doc)
  expect(parts.map((_, i) => caseIds(seenAfter(parts.slice(0, i + 1))).length)).toEqual([
    10, 160, 200,
  ])
  const whole = seenAfter(parts)
  expect(Y.encodeStateVector(whole)).toEqual(Y.encodeStateVector(doc))
  expect(casesIn(whole)).toEqual(casesIn(doc))
})

test('[W11] the first part has the board itself and the top of each lane as it stands', () => {
  const doc = morningWith(200)
  moveCase(doc, { case: LAST, to: 'incoming', before: FIRST }, asKarin())
  for (const [i, to] of (['acute', 'today'] as const).entries())
    moveCase(doc, { case: caseNumber(100 + i), to, before: null }, asKarin())
  const first = seenAfter(arrivalOf(doc).slice(0, 1))
  for (const lane of ['incoming', 'acute', 'today'] as const) {
    const top = readLane(doc, lane).slice(0, 10)
    expect(readLane(first, lane).slice(0, 10)).toEqual(top)
  }
  expect(boardOf(first).get('name')).toBe('Kungsbacka')
  expect([...peopleOf(first).keys()]).toEqual([karin])
})

test.each<[string, (doc: Y.Doc) => unknown]>([
  [
    'was moved',
    (doc) => moveCase(doc, { case: LAST, to: 'incoming', before: caseNumber(150) }, asKarin()),
  ],
  [
    'was written in',
    (doc) => editSbar(doc, { case: LAST, part: 'situation', text: 'Feber' }, asKarin()),
  ],
  [
    'was commented',
    (doc) => addComment(doc, { case: LAST, comment: commentNumber(1), text: 'Ring' }, asKarin()),
  ],
  ['the server has written about', (doc) => cameAt(doc, LAST, 3_000)],
  ['came', (doc) => createCase(doc, requestFor(caseNumber(201)), asKarin())],
])('[W11] a case that %s since the epoch began is in the first part', (_, touch) => {
  const doc = morningWith(200)
  touch(doc)
  const first = seenAfter(arrivalOf(doc).slice(0, 1))
  const touched = casesIn(doc).size > 200 ? caseNumber(201) : LAST
  expect(caseIn(first, touched)).toEqual(caseIn(doc, touched))
  expect(caseIds(first)).toHaveLength(11)
})

test('[W11] what people made themselves comes in one part, however much it is', () => {
  const doc = boardWith(...Array.from({ length: 200 }, (_, i) => caseNumber(i + 1)))
  expect(arrivalOf(doc)).toEqual([Y.encodeStateAsUpdate(doc)])
  const likeACase = new Y.Doc()
  likeACase.clientID = 1
  for (let i = 1; i <= 200; i++) createCase(likeACase, requestFor(caseNumber(i)), asKarin())
  expect(arrivalOf(likeACase)).toEqual([Y.encodeStateAsUpdate(likeACase)])
})
