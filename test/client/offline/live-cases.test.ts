import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { liveCases } from '../../../client/offline/live-cases.ts'
import { caseIds, metaOf } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { nextEpoch } from '../../../shared/next-epoch.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  cameAt,
  caseNumber,
  cleo,
  copyOf,
  doris,
  entryIn,
  requestFor,
} from '../../shared/support/board.ts'

const partsOf = (board: Y.Doc) => liveCases(Y.encodeStateAsUpdate(board))
const wordsOf = (board: Y.Doc) =>
  partsOf(board)
    .map((part) => new TextDecoder().decode(part))
    .join()

function kept(board: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  for (const part of partsOf(board)) Y.applyUpdate(doc, part)
  return doc
}

test('[O3] live cases are kept, with what the server says of them', () => {
  const board = boardWith(anna, berit)
  cameAt(board, anna, 1_000)
  const copy = kept(board)
  expect(caseIds(copy)).toEqual([anna, berit])
  expect(metaOf(copy).get(anna)).toEqual(metaOf(board).get(anna))
  expect(entryIn(copy, berit).toJSON()).toEqual(entryIn(board, berit).toJSON())
})

test('[O3] of an ended case nothing is left', () => {
  const board = boardWith(anna, berit)
  cameAt(board, berit, 1_000)
  voidCase(board, { case: berit, reason: 'Dubblett' }, asKarin())
  const copy = kept(board)
  expect(caseIds(copy)).toEqual([anna])
  expect(metaOf(copy).has(berit)).toBe(false)
  expect(wordsOf(board)).not.toMatch(/Berit|Dubblett/)
})

test('[O3] of a protected identity nothing is left, nor of one that cannot be read', () => {
  const board = boardWith(anna)
  const patient = { ...requestFor(cleo).patient, protected: true }
  createCase(board, { ...requestFor(cleo), patient }, asKarin())
  createCase(board, requestFor(doris), asKarin())
  entryIn(board, doris).set('patient', { label: 'Doris' })
  expect(caseIds(kept(board))).toEqual([anna])
  expect(wordsOf(board)).not.toMatch(/Cleo|Doris/)
})

test('[O4] the cases of earlier days are a part of their own', () => {
  const ids = Array.from({ length: 40 }, (_, i) => caseNumber(i + 1))
  const board = copyOf(nextEpoch(boardWith(...ids), 2_000).doc)
  for (const id of ids.slice(20)) voidCase(board, { case: id, reason: 'Dubblett' }, asKarin())
  const parts = partsOf(board)
  expect(parts).toHaveLength(2)
  const first = new Y.Doc()
  Y.applyUpdate(first, parts[0] ?? new Uint8Array())
  expect(caseIds(first).toSorted()).toEqual(ids.slice(0, 10))
  expect(caseIds(kept(board)).toSorted()).toEqual(ids.slice(0, 20))
})
