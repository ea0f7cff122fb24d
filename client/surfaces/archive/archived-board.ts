import * as Y from 'yjs'
import type { Archived } from '../../../shared/archive.ts'
import { boardOf, metaOf, peopleOf } from '../../../shared/board-document.ts'
import { HybridClock } from '../../../shared/clock.ts'
import { plantCase } from '../../../shared/plant-case.ts'
import { BoardState } from '../../state/board.svelte.ts'

/** A board of one case, for the panel to read: whoever looks at it changes nothing there. */
export function archivedBoard(
  archived: Archived,
  { id, doc: today, me, people }: BoardState,
): BoardState {
  const doc = new Y.Doc()
  doc.transact(() => {
    plantCase(doc, archived.id, archived.content)
    metaOf(doc).set(archived.id, archived.meta)
    const settings = Object.entries(boardOf(today).toJSON() as Record<string, unknown>)
    for (const [key, value] of settings) boardOf(doc).set(key, value)
    for (const person of [...people.values(), ...archived.people])
      peopleOf(doc).set(person.id, person)
  })
  const reader = { ...me, role: 'observer' } as const
  return new BoardState({ id, doc, me: reader }, new HybridClock(Date.now), {
    done: () => undefined,
    refused: () => undefined,
  })
}
