import { describe, expect, test } from 'vitest'
import type { CaseMeta } from '../../shared/case.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { areAlike, likenessOf, lookalikesAmong } from '../../shared/lookalikes.ts'
import { anna, berit, cleo, doris } from './support/board.ts'

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
    ['Jöns P.', 'Jøns P.'],
    ['Pär S.', 'Pær S.'],
    ['Sofi N.', 'Sophi N.'],
    ['Elsa B.', 'Elza B.'],
    ['Axel L.', 'Aksel L.'],
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
    ['Torvald N.', 'Torhild N.'],
    ['Anna D.', 'Hanna D.'],
    ['Karin A.', 'Marin A.'],
    ['Astrid D.', 'Ingrid D.'],
    ['Nils Karlsson', 'Nils Kjellberg'],
    ['Наталья К.', 'Иван К.'],
  ])('[U50] %s and %s are not', (one, other) => {
    expect([areAlike(one, other), areAlike(other, one)]).toEqual([false, false])
  })
})

const META: CaseMeta = {
  ...{ code: 'H-01', createdAt: 1, createdBy: null, movedAt: 1, movedBy: null },
  ...{ touchedAt: 1, touchedBy: null },
}

describe('among cases', () => {
  const named = (
    id: typeof anna,
    label: string,
    more: { protected?: boolean; closed?: true; sameBirth?: CaseId[] } = {},
  ) => ({
    id,
    meta: { ...META, ...(more.sameBirth && { sameBirth: more.sameBirth }) },
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

  test('[U52] so has who was born the same day as another, while that one’s case is open', () => {
    const born = (...ids: CaseId[]) => named(anna, 'Karin A.', { sameBirth: ids })
    const other = named(berit, 'Astrid D.', { sameBirth: [anna] })
    expect(lookalikesAmong([born(berit, cleo), other])).toEqual(
      new Map([
        [anna, [berit]],
        [berit, [anna]],
      ]),
    )
    const gone = named(berit, 'Astrid D.', { sameBirth: [anna], closed: true })
    expect(lookalikesAmong([born(berit), gone]).size).toBe(0)
  })

  test('[U52] one who is like another by both is listed once, beside those of one kind', () => {
    const alike = lookalikesAmong([
      named(anna, 'Karin A.', { sameBirth: [berit, doris] }),
      named(berit, 'Carin A.', { sameBirth: [anna, doris] }),
      named(cleo, 'Carin A.'),
      named(doris, 'Astrid D.', { sameBirth: [anna, berit] }),
    ])
    expect(alike.get(anna)).toEqual([berit, cleo, doris])
    expect(alike.get(doris)).toEqual([anna, berit])
  })

  test('[U52] names that are alike are what is said first', () => {
    const one = named(anna, 'Karin A.')
    const others = [named(berit, 'Astrid D.'), named(cleo, 'Carin A.')]
    expect(likenessOf(one, others)).toBe('name')
    expect(likenessOf(one, others.slice(0, 1))).toBe('birth')
  })
})
