import * as Y from 'yjs'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'

export type Json = Readonly<Record<string, unknown>>
export type Entry = Json & {
  readonly sbar: Readonly<Record<string, string>>
  readonly tasks: Json
  readonly comments: readonly unknown[]
}

/** A board as plain values, read without any code of the product. */
export type BoardState = {
  readonly roots: readonly string[]
  readonly cases: Readonly<Record<string, Entry>>
  readonly board: Json
  readonly meta: Json
  readonly people: Json
}

const rootOf = (doc: Y.Doc, name: string) => doc.getMap(name).toJSON()

/** A field that nobody has set reads as its empty value, so both are the same here. */
export const stateOf = (doc: Y.Doc): BoardState => ({
  roots: [...doc.share.keys()].sort(),
  cases: Object.fromEntries(
    Object.entries(rootOf(doc, 'cases')).map(([id, entry]) => [
      id,
      { ...EMPTY_FIELDS, ...(entry as Entry) },
    ]),
  ),
  board: rootOf(doc, 'board'),
  meta: rootOf(doc, 'meta'),
  people: rootOf(doc, 'people'),
})

/** Whether two documents hold the same, down to what was deleted. */
export const isSame = (a: Y.Doc, b: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))

/** Values by what of them JSON carries. */
export const textOf = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'undefined'

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

/** Keys of which at least one of two records says something else. */
export const changedKeys = (before: Json, after: Json): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => textOf(before[key]) !== textOf(after[key]),
  )
