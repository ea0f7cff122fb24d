import { describe, expect, test } from 'vitest'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { areAlike, lookalikesAmong } from '../../shared/lookalikes.ts'
import { anna, berit, cleo } from './support/board.ts'

describe('two names', () => {
  test.each([
    ['Karin A.', 'Karin A.'],
    ['Karin A.', 'karin a'],
    ['Karin A.', 'Carin A.'],
    ['Karin A.', 'Karin Andersson'],
    ['Karin', 'Karin A.'],
    ['Ann-Marie B.', 'Annmarie B.'],
    ['Ann-Marie B.', 'Ann Marie B.'],
    ['Åsa L.', 'Asa L.'],
    ['Björn S.', 'Bjørn S.'],
    ['André N.', 'Andre N.'],
    ['Kristina L.', 'Christina L.'],
    ['Eva B.', 'Ewa B.'],
    ['Olof H.', 'Olov H.'],
    ['Tomas W.', 'Thomas V.'],
    ['Annette K.', 'Anette C.'],
    ['Maria S.', 'Marie S.'],
    ['Margareta P.', 'Margrethe P.'],
    ['Birgit N.', 'Birgitta N.'],
    ['Nils Karlsson', 'Nils Carlson'],
    ['Наталья К.', 'Наталья К.'],
  ])('[U50] %s and %s may be mixed up', (one, other) => {
    expect([areAlike(one, other), areAlike(other, one)]).toEqual([true, true])
  })

  test.each([
    ['Eva B.', 'Ewa K.'],
    ['Karin A.', 'Karin B.'],
    ['Lena S.', 'Lina S.'],
    ['Eva B.', 'Ida B.'],
    ['Bo L.', 'Bror L.'],
    ['Anna D.', 'Hanna D.'],
    ['Karin A.', 'Marin A.'],
    ['Astrid D.', 'Ingrid D.'],
    ['Nils Karlsson', 'Nils Kjellberg'],
    ['Наталья К.', 'Иван К.'],
  ])('[U50] %s and %s are not', (one, other) => {
    expect([areAlike(one, other), areAlike(other, one)]).toEqual([false, false])
  })
})

describe('among cases', () => {
  const named = (
    id: typeof anna,
    label: string,
    more: { protected?: boolean; closed?: true } = {},
  ) => ({
    id,
    patient: { ...EMPTY_FIELDS.patient, label, protected: more.protected ?? false },
    closed: { ...EMPTY_FIELDS.closed, how: more.closed ? ('closed' as const) : null },
  })

  test('[U50] each one has all those that it may be taken for', () => {
    const alike = lookalikesAmong([
      named(anna, 'Karin A.'),
      named(berit, 'Carin A.'),
      named(cleo, 'Astrid D.'),
    ])
    expect(alike).toEqual(
      new Map([
        [anna, [berit]],
        [berit, [anna]],
      ]),
    )
  })

  test('[U50] closed cases and protected identities are taken for nobody', () => {
    const others = [
      named(berit, 'Karin A.', { closed: true }),
      named(cleo, 'Karin A.', { protected: true }),
    ]
    expect(lookalikesAmong([named(anna, 'Karin A.'), ...others]).size).toBe(0)
  })
})
