import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sbarText } from '../../shared/board-document.ts'
import { caret, caretAt, indexOf, type Caret } from '../../shared/caret.ts'
import { anna, berit, boardWith, copyOf, entryIn, exchange } from './support/board.ts'

const textIn = (doc: Y.Doc, part: 'situation' | 'background' = 'situation', id = anna) => {
  const text = sbarText(entryIn(doc, id), part)
  if (!text) throw new Error('no text')
  return text
}

/** Karin's and Amina's copies of a board; in Anna's situation stands "Feber". */
function twoCopies() {
  const karin = boardWith(anna, berit)
  textIn(karin).insert(0, 'Feber')
  return { karin, amina: copyOf(karin) }
}

describe('a place in a shared text', () => {
  test.each([0, 2, 5])('[L6] %i is the same place for others, as JSON', (index) => {
    const { karin, amina } = twoCopies()
    const place: unknown = JSON.parse(JSON.stringify(caretAt(textIn(karin), index)))
    expect(indexOf(textIn(amina), caret.parse(place))).toBe(index)
  })

  test('[L6] it stays after the letters that it stood after, whatever others write', () => {
    const { karin, amina } = twoCopies()
    const place = caretAt(textIn(karin), 5)
    textIn(amina).insert(0, 'Hög ')
    textIn(amina).insert(9, ' sedan i går')
    exchange(karin, amina)
    for (const doc of [karin, amina]) expect(indexOf(textIn(doc), place as Caret)).toBe(9)
  })

  test('[L6] where its letter is not there, or not in this text, there is no place', () => {
    const { karin, amina } = twoCopies()
    textIn(karin).insert(5, ', hosta')
    const place = caretAt(textIn(karin), 12) as Caret
    expect(indexOf(textIn(amina), place)).toBeNull()
    expect(indexOf(textIn(karin, 'background'), place)).toBeNull()
    expect(indexOf(textIn(karin, 'situation', berit), place)).toBeNull()
    expect(indexOf(new Y.Text(), place)).toBeNull()
    const entry = { type: { client: karin.clientID, clock: 0 }, assoc: 0 }
    expect(indexOf(textIn(karin), entry)).toBeNull()
  })

  test('[L6] a caret beyond its text is at the end of it', () => {
    const { karin } = twoCopies()
    for (const [index, found] of [
      [99, 5],
      [-1, 0],
    ] as const)
      expect(indexOf(textIn(karin), caretAt(textIn(karin), index) as Caret)).toBe(found)
  })
})
