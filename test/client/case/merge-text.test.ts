import { simpleDiffString } from 'lib0/diff.js'
import { describe, expect, test } from 'vitest'
import { caretAfter, mergeTexts, type Delta } from '../../../client/surfaces/case/merge-text.ts'
import { TextDraft } from '../../../client/surfaces/case/text-draft.ts'
import fc from '../../support/fast-check.ts'

/** As Yjs tells that a text became another. */
function deltaOf(from: string, to: string): Delta {
  const { index, remove, insert } = simpleDiffString(from, to)
  return [{ retain: index }, { insert }, { delete: remove }]
}

describe('mergeTexts', () => {
  test.each([
    ['Feber', 'Feber i dag', 'Hög feber'.replace('f', 'F'), 'Hög Feber i dag'],
    ['a b c', 'a c', 'a b c d', 'a c d'],
    ['a b c', 'a x c', 'a y c', 'a yx c'],
    ['', 'mitt', 'hennes', 'hennesmitt'],
    ['kvar', 'kvar', '', ''],
  ])('[U11] %j, made %j here and %j there, is %j', (base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, deltaOf(base, theirs)).text).toBe(merged)
  })

  test('[U11] whoever wrote nothing changes nothing', () => {
    const law = fc.property(fc.string(), fc.string(), (base, other) => {
      expect(mergeTexts(base, base, deltaOf(base, other)).text).toBe(other)
      expect(mergeTexts(base, other, []).text).toBe(other)
    })
    fc.assert(law, { numRuns: 500 })
  })

  test('[U11] what both inserted stands in the merged text', () => {
    const law = fc.property(fc.string(), fc.nat(), fc.nat(), (base, i, j) => {
      const insert = (text: string, at: number, word: string) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + word + text.slice(place)
      }
      const mine = insert(base, i, '«mitt»')
      const merged = mergeTexts(base, mine, deltaOf(base, insert(base, j, '«hennes»'))).text
      expect(merged).toHaveLength(base.length + '«mitt»«hennes»'.length)
      for (const letter of 'mithens') expect(merged).toContain(letter)
    })
    fc.assert(law, { numRuns: 500 })
  })
})

describe('a place in a text', () => {
  test.each([
    [
      'that was typed to, behind what came to the same place',
      'Hej.',
      'Hej. |',
      'Hej. DU',
      'Hej. DU |',
    ],
    ['at which others wrote, before that', 'Hej|', 'Hej|', 'Hej du', 'Hej| du'],
    ['behind what others wrote', 'Hej|', 'Hej|', 'Du Hej', 'Du Hej|'],
    ['in words that others removed, where they were', 'a bc d', 'a b|c d', 'a  d', 'a | d'],
    ['at the start, there', 'b', '|b', 'ab', '|ab'],
  ])('[U11] %s', (_, base, mine, theirs, expected) => {
    const caret = mine.indexOf('|')
    const plain = (text: string) => text.replace('|', '')
    const { text, places } = mergeTexts(plain(base), plain(mine), deltaOf(plain(base), theirs))
    const at = places[caret] ?? -1
    expect(`${text.slice(0, at)}|${text.slice(at)}`).toBe(expected)
  })

  test('[U11] is known for each of its own, in their order', () => {
    const law = fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
      const { text, places } = mergeTexts(base, mine, deltaOf(base, theirs))
      expect(places).toHaveLength(mine.length + 1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places.at(-1)).toBeLessThanOrEqual(text.length)
    })
    fc.assert(law, { numRuns: 500 })
  })
})

describe('caretAfter', () => {
  test.each([
    ['abc', 'XYabc', 2, 4],
    ['abc', 'abcXY', 2, 2],
    ['abcdef', 'af', 3, 1],
    ['abcdef', 'af', 6, 2],
  ])('[U11] from %j to %j the caret goes from %i to %i', (from, to, caret, expected) => {
    expect(caretAfter(from, to, caret)).toBe(expected)
  })
})

describe('TextDraft', () => {
  test('[U11] taking back keeps what others wrote, also after a part was saved', () => {
    const draft = new TextDraft('Feber.')
    draft.type('Feber. Hosta.', 13)
    draft.saved()
    draft.type('Feber. Hosta. Trött.', 20)
    draft.receive(deltaOf('Feber. Hosta.', 'Hög Feber. Hosta.'))
    expect(draft.text).toBe('Hög Feber. Hosta. Trött.')
    draft.takeBack()
    expect(draft.text).toBe('Hög Feber.')
  })
})
