import type * as Y from 'yjs'
import { sbarText } from '../../../../../shared/board-document.ts'
import type { UpdateRefusal } from '../../../../../shared/ruling.ts'
import { anna, commentNumber, entryIn } from '../../../../shared/support/board.ts'
import { NOON } from '../gated-board.ts'

/** What somebody tries, by role, and why the server does not take it. */
export type Attempt = [
  what: string,
  who: 'nurse' | 'doctor' | 'manager',
  task: (doc: Y.Doc) => unknown,
  reason: UpdateRefusal,
  part: string | null,
]

export const at = NOON

export const set = (field: string, value: unknown) => (doc: Y.Doc) =>
  entryIn(doc, anna).set(field, value)

export const textOf = (doc: Y.Doc) => sbarText(entryIn(doc, anna), 'situation') as Y.Text
export const sbarOf = (doc: Y.Doc) => entryIn(doc, anna).get('sbar') as Y.Map<unknown>
export const settingsOf = (doc: Y.Doc) => doc.getMap('board')

/** As Karin's comment on Anna's case is written. */
export const karins = { id: commentNumber(1), by: 'karin', at, text: 'Ring' }

export const task = { text: 'Dropp', done: null, removed: false, addedAt: at, at }

/** Lists within lists, so many. */
export const nested = (depth: number): unknown[] =>
  Array.from({ length: depth }).reduce<unknown[]>((inner) => [inner], [])
