import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { liveCases } from '../../../client/offline/live-cases.ts'
import { caseIds, metaOf } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  cameAt,
  cleo,
  doris,
  entryIn,
  requestFor,
} from '../../shared/support/board.ts'

const words = (update: Uint8Array) => new TextDecoder().decode(update)

function kept(board: Y.Doc): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, liveCases(Y.encodeStateAsUpdate(board)))
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
  expect(words(liveCases(Y.encodeStateAsUpdate(board)))).not.toMatch(/Berit|Dubblett/)
})

test('[O3] of a protected identity nothing is left, nor of one that cannot be read', () => {
  const board = boardWith(anna)
  const patient = { ...requestFor(cleo).patient, protected: true }
  createCase(board, { ...requestFor(cleo), patient }, asKarin())
  createCase(board, requestFor(doris), asKarin())
  entryIn(board, doris).set('patient', { label: 'Doris' })
  expect(caseIds(kept(board))).toEqual([anna])
  expect(words(liveCases(Y.encodeStateAsUpdate(board)))).not.toMatch(/Cleo|Doris/)
})
