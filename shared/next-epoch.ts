import * as Y from 'yjs'
import type { Archived } from './archive.ts'
import {
  boardOf,
  caseIds,
  entryOf,
  metaOf,
  peopleOf,
  readField,
  readMeta,
  readPeople,
} from './board-document.ts'
import type { Timestamp } from './clock.ts'
import type { CaseId } from './ids.ts'
import type { Person } from './person.ts'
import { plantCase } from './plant-case.ts'
import { clockOf, dayAfter, dayOf } from './team-time.ts'

/** When a board's day begins: nobody works then, and what ended the day before leaves the board. */
const BEGINS = '03:00'
/**
 * A new epoch's cases are there as Yjs clients of their own, numbered from one to at most this:
 * what nobody has touched since can be sent without the rest. Everybody else's ids are chance, of 32 bits.
 */
export const CASE_CLIENTS_MAX = 65_536
/** How long a board remembers that a case was on it, after somebody last touched it there. */
const MEMORY_MS = 30 * 24 * 3_600_000

/** What a board's next epoch begins with, and the ended cases that stay behind. */
export type NextEpoch = {
  readonly doc: Y.Doc
  readonly carried: number
  readonly left: readonly Archived[]
}

/** The day that a board shows at a moment: before three in the night still the one before. */
export function boardDayOf(now: Timestamp): string {
  const day = dayOf(now)
  return clockOf(now) < BEGINS ? dayAfter(day, -1) : day
}

/** Whether anything on a board ended before the day that it shows. */
export function hasLeftovers(doc: Y.Doc, now: Timestamp): boolean {
  const today = boardDayOf(now)
  return caseIds(doc).some((id) => isOver(doc, id, today))
}

/** Makes the next epoch's document from what is shown: nothing of how it came to be goes along. */
export function nextEpoch(from: Y.Doc, now: Timestamp): NextEpoch {
  const today = boardDayOf(now)
  const [doc, left] = [new Y.Doc(), new Y.Doc()]
  doc.transact(() => {
    const own = doc.clientID
    for (const [index, id] of caseIds(from).entries()) {
      const entry = entryOf(from, id)
      doc.clientID = index < CASE_CLIENTS_MAX ? index + 1 : own
      if (entry) plantCase(isOver(from, id, today) ? left : doc, id, entry.toJSON())
      const meta = readMeta(from, id)
      if (meta && entryOf(doc, id)) metaOf(doc).set(id, meta)
    }
    doc.clientID = own
    const settings = Object.entries(boardOf(from).toJSON() as Record<string, unknown>)
    for (const [key, value] of settings) boardOf(doc).set(key, value)
    for (const person of namedIn(doc, caseIds(doc), from)) peopleOf(doc).set(person.id, person)
    rememberGone(from, doc, now)
  })
  const archived = caseIds(left).map((id) => ({
    id,
    content: contentOf(left, id),
    meta: readMeta(from, id),
    people: namedIn(left, [id], from),
  }))
  return { doc, carried: caseIds(doc).length, left: archived }
}

function isOver(doc: Y.Doc, id: CaseId, today: string): boolean {
  const entry = entryOf(doc, id)
  if (!entry) return false
  const { how, at } = readField(entry, 'closed')
  return how !== null && dayOf(at) < today
}

/** A device that was away must be able to tell a case that has left from one that never came. */
function rememberGone(from: Y.Doc, doc: Y.Doc, now: Timestamp): void {
  for (const id of metaOf(from).keys() as IterableIterator<CaseId>) {
    const meta = readMeta(from, id)
    const isHere = entryOf(doc, id) !== null
    if (meta && !isHere && now - meta.touchedAt < MEMORY_MS) metaOf(doc).set(id, meta)
  }
}

const contentOf = (doc: Y.Doc, id: CaseId) =>
  (entryOf(doc, id)?.toJSON() ?? {}) as Archived['content']

/** Those of a board whom some cases name: the work of who has left the team keeps its names. */
function namedIn(doc: Y.Doc, ids: readonly CaseId[], board: Y.Doc): Person[] {
  const text = JSON.stringify(ids.map((id) => [contentOf(doc, id), readMeta(board, id)]))
  return [...readPeople(board).values()].filter(({ id }) => text.includes(JSON.stringify(id)))
}
