import * as Y from 'yjs'
import { UPDATE_PARTS_MAX } from '../../../shared/limits.ts'

/** Shorter updates cannot hold as many parts: each takes two bytes at least. */
const SHORT = 2 * UPDATE_PARTS_MAX

/**
 * Whether an update brings more new parts than may be merged at once. Yjs compares each with those
 * that stand between its neighbours, so a small message can cost a minute.
 */
export function isBulky({ store }: Y.Doc, update: Uint8Array): boolean {
  if (update.length < SHORT) return false
  const { structs, ds } = Y.decodeUpdate(update)
  const ends = [
    ...structs.map(({ id, length }) => ({ client: id.client, end: id.clock + length })),
    ...[...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, end: clock + len })),
    ),
  ]
  return ends.filter(({ client, end }) => end > Y.getState(store, client)).length > UPDATE_PARTS_MAX
}
