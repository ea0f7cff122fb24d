import type * as Y from 'yjs'
import { loss } from './loss.ts'
import { misfit } from './misfit.ts'
import { goneItems, newItems } from './items.ts'
import { objection, type Objection } from './objection.ts'
import { spotOf, type Spot } from './spot.ts'
import type { Touch } from './touch.ts'
import { writeOf } from './write.ts'

/** What an update did, each thing once, and the first thing in it that no board can hold. */
export type Survey = { readonly touches: readonly Touch[]; readonly objection: Objection | null }

/**
 * Looks at what a client's update did to the board, in a transaction that is still open: at its
 * end Yjs forgets what was overwritten. Its events do not do, for they are silent about a value
 * that lost against a concurrent one, and about roots that nobody observes.
 */
export function survey(transaction: Y.Transaction): Survey {
  const heaps = new Map<string, Heap>()
  const heapAt = (spot: Spot): Heap => {
    const name = Object.values(spot).join('/')
    const heap = heaps.get(name) ?? { spot, items: [] }
    heaps.set(name, heap)
    return heap
  }
  for (const item of newItems(transaction)) {
    const spot = spotOf(transaction.doc, item)
    const reason = misfit(item, spot)
    if (reason !== null) return { touches: [], objection: objection(reason, spot) }
    heapAt(spot).items.push(item)
  }
  for (const item of goneItems(transaction)) {
    const spot = spotOf(transaction.doc, item)
    const reason = loss(item, spot)
    if (reason !== null) return { touches: [], objection: objection(reason, spot) }
    if (spot.in === 'text') heapAt(spot)
  }
  const touches = [...heaps.values()].flatMap((heap) => touchOf(transaction, heap) ?? [])
  return { touches, objection: null }
}

/** What an update brought for one spot. */
type Heap = { readonly spot: Spot; readonly items: Y.Item[] }

function touchOf(transaction: Y.Transaction, { spot, items }: Heap): Touch | null {
  switch (spot.in) {
    case 'cases':
      return { kind: 'created', spot }
    case 'text':
      return { kind: 'text', spot, grows: items.length > 0 }
    case 'comments': {
      const added = items.flatMap(({ content }) => content.getContent() as unknown[])
      return { kind: 'comments', spot, added }
    }
    case 'case': {
      const write = writeOf(transaction, items)
      return write && { kind: 'field', spot, write }
    }
    case 'tasks': {
      const write = writeOf(transaction, items)
      return write && { kind: 'task', spot, write }
    }
    case 'settings': {
      const write = writeOf(transaction, items)
      return write && { kind: 'setting', spot, write }
    }
    case 'sbar':
    case 'server':
    case 'nowhere':
      return null
  }
}
