import * as encoding from 'lib0/encoding.js'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { sbarText } from '../../../../shared/board-document.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { TEXT_PIECES_MAX, UPDATE_PARTS_MAX } from '../../../../shared/limits.ts'
import { anna, entryIn, requestFor } from '../../../shared/support/board.ts'
import { admitted, GatedBoard, type Hand } from '../support/gated-board.ts'

const TOO_MUCH = { kind: 'refused', objection: { reason: 'too-much' } }

function boardWithAnna() {
  const board = new GatedBoard()
  const karin = board.nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  return { board, karin }
}

const textIn = (doc: Y.Doc) => sbarText(entryIn(doc, anna), 'situation') as Y.Text

/** So many letters, each before the one that was written before it. */
const backwards = (hand: Hand, letters: number): Uint8Array =>
  hand.apart((doc) => {
    for (let i = 0; i < letters; i++) textIn(doc).insert(0, 'x')
  })

test('[A12] an update brings so many parts and no more', () => {
  const { board, karin } = boardWithAnna()
  const more = board.nurse('amina')
  admitted(karin.send(backwards(karin, UPDATE_PARTS_MAX)))
  expect(more.send(backwards(more, UPDATE_PARTS_MAX + 1))).toMatchObject(TOO_MUCH)
})

test('[A1] as much that is no update costs its sender the socket', () => {
  const { karin } = boardWithAnna()
  const update = backwards(karin, UPDATE_PARTS_MAX)
  expect(karin.send(update.subarray(0, -1))).toEqual({ kind: 'unreadable' })
})

test('[A12] what is known already does not count', () => {
  const { board, karin } = boardWithAnna()
  for (const half of [1, 2]) admitted(karin.send(backwards(karin, UPDATE_PARTS_MAX / 2 + half)))
  const { doc } = karin.learn()
  admitted(karin.send(Y.encodeStateAsUpdate(doc), true))
  expect(board.nurse('amina').send(Y.encodeStateAsUpdate(doc), true).kind).toBe('admitted')
})

test('[A12] nor may it take away more that it brought itself', () => {
  const { karin } = boardWithAnna()
  const written = backwards(karin, 1)
  const client = karin.doc.clientID
  const clock = Y.getState(karin.doc.store, client)
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, client, UPDATE_PARTS_MAX]) encoding.writeVarUint(encoder, number)
  for (let i = 0; i < UPDATE_PARTS_MAX; i++)
    for (const number of [clock + 2 * i, 1]) encoding.writeVarUint(encoder, number)
  const update = Y.mergeUpdates([written, encoding.toUint8Array(encoder)])
  expect(karin.send(update)).toMatchObject(TOO_MUCH)
})

test('[A12] a text in too many pieces grows no more, and can be shortened', () => {
  const { karin } = boardWithAnna()
  for (let written = 0; written < TEXT_PIECES_MAX; written += 1_000) {
    admitted(karin.does((doc) => textIn(doc).delete(0, textIn(doc).length)))
    admitted(karin.send(backwards(karin, written === 0 ? 999 : 1_000)))
  }
  admitted(karin.does((doc) => textIn(doc).insert(0, 'Feber')))
  admitted(karin.does((doc) => textIn(doc).delete(1, 1))) // now these are three pieces
  expect(karin.send(backwards(karin, 1))).toMatchObject({
    kind: 'refused',
    objection: { reason: 'case-full', part: 'sbar.situation' },
  })
})

test('[A12] letters that all stand at one place are not compared by the square', () => {
  const { board, karin } = boardWithAnna()
  const before = Y.snapshot(board.doc)
  expect(karin.send(tangle(karin, 5_000))).toMatchObject(TOO_MUCH)
  expect(Y.equalSnapshots(Y.snapshot(board.doc), before)).toBe(true)
})

/** A long text, and letters that all begin where it does and end each at another of its letters. */
function tangle({ doc }: Hand, letters: number): Uint8Array {
  const { client, clock } = (textIn(doc)._item as Y.Item).id
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]) =>
    numbers.forEach((number) => encoding.writeVarUint(encoder, number))
  write(1, letters + 1, 7, 0)
  encoding.writeUint8(encoder, 4)
  write(0, client, clock)
  encoding.writeVarString(encoder, 'x'.repeat(letters + 1))
  for (let i = 1; i <= letters; i++) {
    encoding.writeUint8(encoder, 0x40 | 4)
    write(7, i)
    encoding.writeVarString(encoder, 'y')
  }
  write(0)
  return encoding.toUint8Array(encoder)
}
