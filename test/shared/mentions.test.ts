import { describe, expect, test } from 'vitest'
import { userId } from '../../shared/ids.ts'
import {
  handlesOf,
  mentionOf,
  mentions,
  piecesOf,
  withMentions,
  withNames,
} from '../../shared/mentions.ts'
import fc from '../support/fast-check.ts'
import { aPerson } from '../support/person.ts'

const karin = aPerson('karin', 'nurse', 'Karin Lindqvist')
const team = [
  karin,
  aPerson('sara.l', 'nurse', 'Sara Lindgren'),
  aPerson('bo', 'nurse', 'Bo'),
  aPerson('bo2', 'nurse', 'Bo Ek'),
]
const people = new Map(team.map((one) => [one.id, one]))

describe('mentions', () => {
  test.each([
    ['@Karin Lindqvist ringer.', '@[karin] ringer.'],
    ['Ring @Karin Lindqvist, eller @Sara Lindgren', 'Ring @[karin], eller @[sara.l]'],
    ['(@Bo Ek) och @Bo', '(@[bo2]) och @[bo]'],
    ['@Karin Lindqvists dotter', '@Karin Lindqvists dotter'],
    ['@Karin', '@Karin'],
    ['bo@Bo Ek', 'bo@Bo Ek'],
    ['@Bosse', '@Bosse'],
    ['@ @@ @[nobody]', '@ @@ @[nobody]'],
  ])('[U41] %j is kept as %j', (typed, kept) => {
    expect(withMentions(typed, team)).toBe(kept)
  })

  test('[U41] a kept mention reads as the name that the person has now', () => {
    const renamed = new Map([[karin.id, { ...karin, name: 'Karin Ström' }]])
    expect(withNames('Ring @[karin] i dag.', people)).toBe('Ring @Karin Lindqvist i dag.')
    expect(withNames('Ring @[karin] i dag.', renamed)).toBe('Ring @Karin Ström i dag.')
    expect(withNames('Ring @[karin] i dag.', new Map())).toBe('Ring @karin i dag.')
  })

  test('[U41] two people of one name are told apart', () => {
    const other = { ...karin, id: userId.parse('karin2') }
    expect([...handlesOf([karin, other]).values()]).toEqual([
      'Karin Lindqvist (karin)',
      'Karin Lindqvist (karin2)',
    ])
    expect(withMentions('@Karin Lindqvist (karin2) kom', [karin, other])).toBe('@[karin2] kom')
    expect(withMentions('@Karin Lindqvist kom', [karin, other])).toBe('@Karin Lindqvist kom')
  })

  test('[U41] nobody is mentioned by a part of their id', () => {
    expect(mentions('Ring @[karin2]', karin.id)).toBe(false)
    expect(mentions('Ring @[karin]', karin.id)).toBe(true)
  })

  test('[U41] the pieces of any text are the text', () => {
    const bits = fc.constantFrom('@', '[', ']', 'karin', ' ', 'å', mentionOf(karin.id), '\n')
    fc.assert(
      fc.property(fc.array(bits), (words) => {
        const text = words.join('')
        const pieces = piecesOf(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { text, mention } of pieces)
          if (mention !== null) expect(text).toBe(mentionOf(mention))
      }),
    )
  })
})
