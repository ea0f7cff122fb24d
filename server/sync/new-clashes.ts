import type * as Y from 'yjs'
import { caseIds, entryOf, readField, readValue } from '../../shared/board-document.ts'
import type { CaseChange } from '../../shared/changes.ts'
import { clashesOf, type Clash, type Visiting } from '../../shared/clashes.ts'
import type { CaseId } from '../../shared/ids.ts'

/** What of a case decides who goes where, and when. */
const FIELDS = ['visit', 'visitStatus', 'nurse', 'doctor', 'closed'] as const
type Field = (typeof FIELDS)[number]

export type NewClash = Clash & { readonly case: CaseId }

/** Where visits overlap since these changes, and did not before: each pair once for each person. */
export function newClashes(doc: Y.Doc, changes: readonly CaseChange[]): NewClash[] {
  const concerned = changes.filter(concernsVisits).map((change) => change.case)
  const changed = new Set(concerned.filter((id) => visitingOf(doc, id) !== null))
  if (changed.size === 0) return []
  const now = caseIds(doc).flatMap((id) => visitingOf(doc, id) ?? [])
  const before = now.flatMap((one) => asBefore(one, changes) ?? [])
  return [...changed].flatMap((id) => {
    const known = clashesIn(before, id)
    return clashesIn(now, id)
      .filter((one) => !known.some((other) => isSame(one, other)))
      .filter((one) => !(changed.has(one.with) && one.with < id))
      .map((one) => ({ ...one, case: id }))
  })
}

const concernsVisits = (change: CaseChange): boolean =>
  change.kind === 'created' || (change.kind === 'field' && isVisiting(change.field))

const isVisiting = (field: string): field is Field => FIELDS.some((one) => one === field)

/** Null without a time: such a visit clashes with none. */
function visitingOf(doc: Y.Doc, id: CaseId): Visiting | null {
  const entry = entryOf(doc, id)
  if (entry === null || readField(entry, 'visit').start === null) return null
  const read = Object.fromEntries(FIELDS.map((field) => [field, readField(entry, field)]))
  return { id, ...(read as Pick<Visiting, Field>) }
}

/** Null for a case that was not there yet. */
function asBefore(one: Visiting, changes: readonly CaseChange[]): Visiting | null {
  const own = changes.filter((change) => change.case === one.id)
  if (own.some(({ kind }) => kind === 'created')) return null
  const replaced = own.flatMap((change) =>
    change.kind === 'field' && isVisiting(change.field)
      ? [[change.field, readValue(change.field, change.from)]]
      : [],
  )
  return { ...one, ...(Object.fromEntries(replaced) as Partial<Visiting>) }
}

function clashesIn(all: readonly Visiting[], id: CaseId): Clash[] {
  const one = all.find((other) => other.id === id)
  return one === undefined ? [] : clashesOf(one, all)
}

const isSame = (a: Clash, b: Clash): boolean => a.person === b.person && a.with === b.with
