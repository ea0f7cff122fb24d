import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { anna, entryIn, fieldIn, requestFor } from '../../../shared/support/board.ts'
import { NOON as at, admitted, GatedBoard } from '../support/gated-board.ts'
import { textOf } from '../support/attempts/attempt.ts'

const reason = (doc: Y.Doc, text: string) => entryIn(doc, anna).set('reason', { text, at })

test('[A4] what its sender overwrote or took back before sending it may come', () => {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  admitted(
    karin.does((doc) => {
      for (const text of ['Fall', 'Feber']) reason(doc, text)
      textOf(doc).insert(0, 'Hosta')
      textOf(doc).delete(0, 2)
    }),
  )
  expect(fieldIn(board.doc, anna, 'reason').text).toBe('Feber')
  expect(textOf(board.doc).toString()).toBe('sta')
})
