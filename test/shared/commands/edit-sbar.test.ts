import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { SBAR_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  boardWith,
  caseIn,
  copyOf,
  entryIn,
  exchange,
  requestFor,
} from '../support/board.ts'

const boardWhere = (situation: string) => {
  const doc = boardWith()
  createCase(doc, { ...requestFor(anna), sbar: { situation } }, asKarin(1_000))
  return doc
}
const situationIn = (doc: Y.Doc) => caseIn(doc, anna).sbar.situation
const type = (doc: Y.Doc, text: string) =>
  editSbar(doc, { case: anna, part: 'situation', text }, asKarin())

describe('editSbar', () => {
  test('[B17] a part reads as it was last written, the others stay', () => {
    const doc = boardWhere('Trött')
    expect(type(doc, 'Trött och blek')).toEqual(done)
    expect(caseIn(doc, anna).sbar).toMatchObject({ situation: 'Trött och blek', background: '' })
  })

  test('[B17] two people who write in one text while apart both keep their words', () => {
    const here = boardWhere('Feber sedan i går.')
    const there = copyOf(here)
    type(here, 'Feber och frossa sedan i går.')
    type(there, 'Feber sedan i går. Äter inte.')
    exchange(here, there)
    expect(situationIn(here)).toBe('Feber och frossa sedan i går. Äter inte.')
    expect(situationIn(there)).toBe(situationIn(here))
  })

  test('[B17] a changed symbol outside the basic plane is never cut in half', () => {
    const doc = boardWhere('Smärta 😐.')
    type(doc, 'Smärta 😖.')
    expect(situationIn(copyOf(doc))).toBe('Smärta 😖.')
  })

  test('[B11] the same text again writes nothing', () => {
    const doc = boardWhere('Trött')
    expect(type(doc, 'Trött')).toEqual(refused('nothing-changed'))
  })

  test('[B11] a text beyond its limit is refused', () => {
    const doc = boardWhere('Trött')
    expect(type(doc, 'x'.repeat(SBAR_MAX + 1))).toEqual(refused('invalid-value'))
    expect(situationIn(doc)).toBe('Trött')
  })

  test('[B11] a case that somebody left without its texts takes none', () => {
    const doc = boardWhere('Trött')
    entryIn(doc, anna).delete('sbar')
    expect(type(doc, 'Blek')).toEqual(refused('case-not-found'))
  })
})
