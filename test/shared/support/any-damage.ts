import * as Y from 'yjs'
import { casesOf } from '../../../shared/board-document.ts'
import { FIELD_NAMES, SBAR_PARTS } from '../../../shared/case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { asKarin, requestFor } from './board.ts'
import { caseIds } from './any-command.ts'
import fc from '../../support/fast-check.ts'

/** What a careless or hostile program might leave where a value is expected. */
const plain = { noNullPrototype: true }
const anyThing = fc.oneof(
  fc.json({ maxDepth: 2 }).map((json): unknown => JSON.parse(json)),
  fc.record(
    { at: fc.integer(), lane: fc.constant('acute'), rank: fc.string({ maxLength: 4 }) },
    plain,
  ),
  fc.record(
    { how: fc.constant('closed'), by: fc.constant(null), reason: fc.string(), at: fc.nat() },
    plain,
  ),
  fc.constantFrom<unknown>(undefined, Number.NaN, [12n], new Uint8Array([1, 2])),
)
const makers = {
  map: () => new Y.Map([['at', 1]]),
  text: () => new Y.Text('x'),
  array: () => new Y.Array(),
  xml: () => new Y.XmlElement('x'),
}
const anyValue = fc.oneof(
  anyThing.map((value) => ({ value })),
  fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[])).map((make) => ({ make })),
)
type AnyValue = { value: unknown } | { make: keyof typeof makers }

const inCase = fc.constantFrom(...FIELD_NAMES, 'sbar', 'tasks', 'comments', 'extra')
const damage = fc.oneof(
  fc.record({ root: fc.constantFrom('cases', 'meta', 'people', 'board', 'duty'), value: anyValue }),
  fc.record({ key: inCase, value: anyValue }),
  fc.record({ key: fc.constantFrom('tasks', 'sbar'), inner: anyInner(), value: anyValue }),
)

function anyInner() {
  return fc.constantFrom(...SBAR_PARTS, 'name', '00000000-0000-4000-8000-000000000001')
}

export const anyDamages = fc.array(fc.tuple(fc.nat({ max: 3 }), damage), {
  maxLength: 20,
  size: 'max',
})
type Damages = typeof anyDamages extends fc.Arbitrary<infer D> ? D : never

/** A board on which some cases are whole and some things are anything. */
export function damagedBoard(damages: Damages): Y.Doc {
  const doc = new Y.Doc()
  for (const id of caseIds.slice(0, 3)) createCase(doc, requestFor(id), asKarin(1_000))
  for (const [n, one] of damages) {
    const id = caseIds[n] as string
    const entry: unknown = casesOf(doc).get(id)
    const value = made(one.value)
    if ('root' in one) doc.getMap(one.root).set(one.root === 'board' ? 'name' : id, value)
    else if (entry instanceof Y.Map) {
      const inner: unknown = entry.get(one.key)
      if (!('inner' in one)) entry.set(one.key, value)
      else if (inner instanceof Y.Map) inner.set(one.inner, value)
    }
  }
  return doc
}

const made = (one: AnyValue): unknown => ('make' in one ? makers[one.make]() : one.value)
