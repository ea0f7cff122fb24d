import { describe, expect, test } from 'vitest'
import { caretAfter, mergeTexts } from '../../../client/surfaces/case/merge-text.ts'
import { TextDraft } from '../../../client/surfaces/case/text-draft.ts'
import fc from '../../support/fast-check.ts'

describe('mergeTexts', () => {
  test.each([
    ['Feber', 'Feber i dag', 'Hög feber'.replace('f', 'F'), 'Hög Feber i dag'],
    ['a b c', 'a c', 'a b c d', 'a c d'],
    ['a b c', 'a x c', 'a y c', 'a yx c'],
    ['', 'mitt', 'hennes', 'hennesmitt'],
    ['kvar', 'kvar', '', ''],
  ])('[U11] %j, made %j here and %j there, is %j', (base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged)
  })

  test('[U11] whoever wrote nothing changes nothing', () => {
    const law = fc.property(fc.string(), fc.string(), (base, other) => {
      expect(mergeTexts(base, base, other)).toBe(other)
      expect(mergeTexts(base, other, base)).toBe(other)
    })
    fc.assert(law, { numRuns: 500 })
  })

  test('[U11] what both inserted stands in the merged text', () => {
    const law = fc.property(fc.string(), fc.nat(), fc.nat(), (base, i, j) => {
      const insert = (text: string, at: number, word: string) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + word + text.slice(place)
      }
      const merged = mergeTexts(base, insert(base, i, '«mitt»'), insert(base, j, '«hennes»'))
      expect(merged).toHaveLength(base.length + '«mitt»«hennes»'.length)
      for (const letter of 'mithens') expect(merged).toContain(letter)
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
    draft.type('Feber. Hosta.')
    draft.saved()
    draft.type('Feber. Hosta. Trött.')
    draft.receive('Hög feber.'.replace('f', 'F') + ' Hosta.', 0)
    expect(draft.text).toBe('Hög Feber. Hosta. Trött.')
    draft.takeBack()
    expect(draft.text).toBe('Hög Feber.')
  })
})
