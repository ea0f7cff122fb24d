import { expect, test } from 'vitest'
import { RANK_MAX } from '../../shared/limits.ts'
import { byRank, FIRST_RANK, rank, rankBetween, type Rank } from '../../shared/rank.ts'
import fc from '../support/fast-check.ts'

const ranked = (value: string) => rank.parse(value)

test('[B5] ranks are compared by code unit, then ids are', () => {
  const cards = [
    { rank: ranked('a0'), id: 'b' },
    { rank: ranked('Zz'), id: 'd' },
    { rank: ranked('a0'), id: 'B' },
    { rank: ranked('a1'), id: 'a' },
  ]
  expect(cards.toSorted(byRank).map((card) => card.id)).toEqual(['d', 'B', 'b', 'a'])
  expect(byRank({ rank: FIRST_RANK, id: 'a' }, { rank: FIRST_RANK, id: 'a' })).toBe(0)
})

test.each(['', 'a', 'a00', '00', 'aå', 'a0\u0100', 'A'.padEnd(27, '0'), 'a1'.padEnd(130, 'V')])(
  '[B7] %j is no rank',
  (value) => {
    expect(rank.safeParse(value).success).toBe(false)
  },
)

test('[B5] wherever cases are put, one after the other, they stand where they were put', () => {
  const spots = fc.array(fc.nat({ max: 60 }), { maxLength: 60, size: 'max' })
  fc.assert(
    fc.property(spots, (spots) => {
      const ranks: Rank[] = []
      for (const spot of spots) {
        const at = spot % (ranks.length + 1)
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
      }
      expect(ranks.toSorted()).toEqual(ranks)
      expect(new Set(ranks).size).toBe(ranks.length)
      for (const one of ranks) expect(rank.safeParse(one).success).toBe(true)
    }),
  )
})

test('[B11] between any two ranks there is a rank, or at least a tie', () => {
  const letters = '0123456789ABCXYZabcxyz'
  const head = fc.constantFrom(...'BCYZabcyz')
  const tail = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30, size: 'max' })
  const any = fc
    .tuple(head, tail)
    .map(([first, rest]) => rank.safeParse(first + rest).data ?? FIRST_RANK)
  const edge = fc.option(any)
  fc.assert(
    fc.property(edge, edge, (one, other) => {
      fc.pre(one === null || one !== other)
      const [low, high] =
        one !== null && other !== null && one > other ? [other, one] : [one, other]
      const between = rankBetween(low, high)
      expect(rank.safeParse(between).success).toBe(true)
      if (low !== null) expect(between >= low).toBe(true)
      if (high !== null) expect(between <= high).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('[B5] a gap that is full takes one more as a tie', () => {
  const high = ranked('a1')
  let low = ranked('a0')
  for (let moves = 0; moves < 1_000; moves++) low = rankBetween(low, high)
  expect(rankBetween(low, high)).toBe(low)
  expect(low.length).toBeLessThanOrEqual(RANK_MAX)
  expect(low < high).toBe(true)
})
