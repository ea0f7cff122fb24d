import { distance } from 'fastest-levenshtein'
import type { Case } from './case.ts'
import type { CaseId } from './ids.ts'

/**
 * How far apart two given names may be and still be mixed up, by the shorter one's length: a
 * letter makes another name of a short one (Lena, Lina), and often a slip of a long one
 * (Margareta, Margrethe). The first letter is always the same: it is what people read first.
 */
const toleranceOf = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/** Spellings of one sound, after accents are gone. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/æ/g, 'a'],
  [/ø/g, 'o'],
  [/[^\p{L}\d]/gu, ''],
  [/ch|ck|c|q/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/(.)\1+/g, '$1'],
  [/v$/, 'f'],
]

type Name = { readonly given: string; readonly family: string }

/** A short name taken apart and folded: "Ann-Marie Å." is anmarie, a. */
function nameOf(label: string): Name {
  const words = label.trim().split(/\s+/)
  const family = words.length > 1 ? (words.pop() ?? '') : ''
  return { given: fold(words.join('')), family: fold(family) }
}

const fold = (word: string): string =>
  SOUNDS.reduce(
    (folded, [spelling, sound]) => folded.replace(spelling, sound),
    word.toLocaleLowerCase('sv').normalize('NFD'),
  )

/** Whether two short names may be taken for each other. */
export const areAlike = (one: string, other: string): boolean => isLike(nameOf(one), nameOf(other))

const isLike = (one: Name, other: Name): boolean =>
  one.given[0] === other.given[0] &&
  mayBeOneFamily(one.family, other.family) &&
  isNear(one.given, other.given)

/** An initial may stand for any family name with it, and none for any at all. */
function mayBeOneFamily(one: string, other: string): boolean {
  if (one === '' || other === '') return true
  return one.length === 1 || other.length === 1 ? one[0] === other[0] : isNear(one, other)
}

function isNear(one: string, other: string): boolean {
  if (one === other) return true
  const tolerance = toleranceOf(Math.min(one.length, other.length))
  if (Math.abs(one.length - other.length) > tolerance) return false
  return tolerance > 0 && distance(one, other) <= tolerance
}

type Named = Pick<Case, 'id' | 'closed' | 'patient' | 'meta'>

/**
 * Live cases whose patients may be taken for each other, by their names or since they were born the
 * same day; protected ones show a code.
 */
export function lookalikesAmong(cases: Iterable<Named>): ReadonlyMap<CaseId, readonly CaseId[]> {
  const live = [...cases].filter((one) => one.closed.how === null && !one.patient.protected)
  const byLabel = [...Map.groupBy(live, ({ patient }) => patient.label)]
  const people = byLabel.map(([label, ones]) => ({ name: nameOf(label), ids: ones.map(idOf) }))
  const byLetter = Map.groupBy(people, ({ name }) => name.given[0] ?? '')
  const alike = new Map<CaseId, readonly CaseId[]>()
  for (const { name, ids } of people) {
    const mistakable = (byLetter.get(name.given[0] ?? '') ?? [])
      .filter((other) => isLike(name, other.name))
      .flatMap((other) => other.ids)
    if (mistakable.length > 1)
      for (const id of ids)
        alike.set(
          id,
          mistakable.filter((other) => other !== id),
        )
  }
  const shown = new Set(live.map(idOf))
  for (const { id, meta } of live) {
    const born = meta?.sameBirth?.filter((other) => shown.has(other)) ?? []
    if (born.length > 0) alike.set(id, [...new Set([...(alike.get(id) ?? []), ...born])])
  }
  return alike
}

/** By what a patient may be taken for another one. */
export type Likeness = 'name' | 'birth'

type Patient = Pick<Case, 'patient'>

export function likenessOf({ patient }: Patient, others: readonly Patient[]): Likeness {
  return others.some((other) => areAlike(patient.label, other.patient.label)) ? 'name' : 'birth'
}

const idOf = ({ id }: Named): CaseId => id
