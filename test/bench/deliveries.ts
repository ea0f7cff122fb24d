import * as Y from 'yjs'
import { caseFields } from '../../shared/case.ts'
import type { Person } from './person.ts'

export type Sent = { readonly time: number; readonly by: Person }

/**
 * How long each of the others' moves took to this person's socket, in ms. One that lost at once
 * against a concurrent move of the same case is never sent on, and not counted.
 */
export function deliveriesTo(person: Person, sent: ReadonlyMap<number, Sent>): number[] {
  const arrived = new Map<number, number>()
  for (const { time, update } of person.news())
    for (const at of movesIn(update)) if (!arrived.has(at)) arrived.set(at, time)
  return [...sent].flatMap(([at, move]) => {
    if (move.by === person) return []
    const time = arrived.get(at)
    return time === undefined ? [] : [time - move.time]
  })
}

/** The `at` of every place that an update writes. */
export function movesIn(update: Uint8Array): number[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) return []
    return struct.content.arr.flatMap((value) => {
      const place = caseFields.place.safeParse(value)
      return place.success ? [place.data.at] : []
    })
  })
}
