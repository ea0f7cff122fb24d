import * as encoding from 'lib0/encoding.js'
import { caseNumber } from '../shared/support/board.ts'
import fc from '../support/fast-check.ts'
import { comments, fieldWrites, junk } from './any-value.ts'

/** A place in somebody's history: whose, by number, and how far from its end. */
const place = fc.record({ client: fc.nat({ max: 8 }), back: fc.integer({ min: -2, max: 40 }) })

const content = fc.oneof(
  fc.record({
    ref: fc.constant(8),
    values: fc.array(
      fc.oneof(
        fieldWrites.map((one) => one.value),
        comments,
        junk,
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ ref: fc.constantFrom(0, 1, 10), length: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ ref: fc.constant(4), text: fc.string({ minLength: 1, maxLength: 5 }) }),
  fc.record({ ref: fc.constant(7), type: fc.nat({ max: 6 }) }),
  fc.record({ ref: fc.constant(5), value: fc.constant('{"image":1}') }),
)

/** One struct as no Yjs would write it: anywhere, after and before anything, holding anything. */
const struct = fc.record({
  origin: fc.option(place),
  rightOrigin: fc.option(place, { freq: 1 }),
  parent: fc.oneof(fc.constantFrom('cases', 'meta', 'people', 'board', 'notes'), place),
  key: fc.option(
    fc.constantFrom(
      caseNumber(1),
      caseNumber(2),
      caseNumber(3),
      'place',
      'seen',
      'closed',
      'sbar',
      'tasks',
      'comments',
      'situation',
      'x',
    ),
  ),
  content,
})

/** An update made by hand: whose next structs, from where on, and what it says is gone. */
export const anyForged = fc.record({
  as: fc.nat({ max: 8 }),
  from: fc.integer({ min: -2, max: 2 }),
  structs: fc.array(struct, { maxLength: 3 }),
  gone: fc.array(fc.record({ place, length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 2 }),
})
export type Forged = typeof anyForged extends fc.Arbitrary<infer F> ? F : never
type Place = typeof place extends fc.Arbitrary<infer P> ? P : never
type Struct = Forged['structs'][number]

/** How much is known of each client, as a state vector says. */
export type Known = readonly (readonly [client: number, clock: number])[]

/** Writes it as an update (version 1). */
export function forge({ as, from, structs, gone }: Forged, known: Known): Uint8Array {
  const encoder = encoding.createEncoder()
  const idOf = ({ client, back }: Place) => {
    const [id, clock] = known[client % known.length] ?? [1, 0]
    return { client: id, clock: Math.max(0, clock - 1 - back) }
  }
  const writeId = (place: Place) => {
    const { client, clock } = idOf(place)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  const [client, clock] = known[as % known.length] ?? [1, 0]
  encoding.writeVarUint(encoder, structs.length > 0 ? 1 : 0)
  if (structs.length > 0) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, Math.max(0, clock + from))
    for (const one of structs) writeStruct(encoder, one, writeId)
  }
  encoding.writeVarUint(encoder, gone.length)
  for (const { place, length } of gone) {
    const { client, clock } = idOf(place)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, length)
  }
  return encoding.toUint8Array(encoder)
}

const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20

function writeStruct(encoder: encoding.Encoder, one: Struct, writeId: (at: Place) => void): void {
  const { origin, rightOrigin, parent, key, content } = one
  const isItem = content.ref !== 0 && content.ref !== 10
  const flags =
    (origin ? HAS_ORIGIN : 0) | (rightOrigin ? HAS_RIGHT_ORIGIN : 0) | (key !== null ? HAS_KEY : 0)
  encoding.writeUint8(encoder, content.ref | (isItem ? flags : 0))
  if (isItem) {
    if (origin) writeId(origin)
    if (rightOrigin) writeId(rightOrigin)
    if (!origin && !rightOrigin) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else writeId(parent)
      if (key !== null) encoding.writeVarString(encoder, key)
    }
  }
  if ('values' in content) {
    encoding.writeVarUint(encoder, content.values.length)
    for (const value of content.values) encoding.writeAny(encoder, value as never)
  } else if ('length' in content) encoding.writeVarUint(encoder, content.length)
  else if ('text' in content) encoding.writeVarString(encoder, content.text)
  else if ('type' in content) encoding.writeVarUint(encoder, content.type)
  else encoding.writeVarString(encoder, content.value)
}
