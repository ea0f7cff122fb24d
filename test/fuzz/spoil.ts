import * as Y from 'yjs'
import type { Spoiling } from './any-act.ts'

/** An update as it arrives when something went wrong with it, or somebody made it go wrong. */
export function spoil(
  update: Uint8Array,
  how: Spoiling,
  others: readonly Uint8Array[],
): Uint8Array {
  const other = (n: number) => others[n % others.length] ?? update
  if ('keep' in how) return update.subarray(0, how.keep)
  if ('extra' in how) return Uint8Array.of(...update, ...how.extra)
  if ('bytes' in how) {
    const spoilt = Uint8Array.from(update)
    for (const [at, byte] of how.bytes) spoilt[at % spoilt.length] = byte
    return spoilt
  }
  try {
    if ('mergedWith' in how) return Y.mergeUpdates([other(how.mergedWith), update])
    if ('without' in how)
      return Y.diffUpdate(update, Y.encodeStateVectorFromUpdate(other(how.without)))
  } catch {
    return update // what Yjs itself cannot merge is sent as it is
  }
  return update
}
