import * as Y from 'yjs'
import { boardSettings, NO_SETTINGS, type BoardSettings } from './board.ts'
import {
  caseFields,
  caseMeta,
  type Case,
  type CaseFields,
  type CaseMeta,
  type FieldName,
  type SbarPart,
} from './case.ts'
import { shift, type Shift } from './duty.ts'
import { EMPTY_FIELDS } from './empty-case.ts'
import { caseId, type CaseId, type UserId } from './ids.ts'
import type { Lane } from './lane.ts'
import { person, type Person } from './person.ts'
import { byRank } from './rank.ts'

/** Grows when the document's shape changes; old clients are told to reload (4426). */
export const SCHEMA_VERSION = 1

/** One case in the document: fields by name, and the nested `sbar`, `tasks` and `comments`. */
export type CaseEntry = Y.Map<unknown>

export const casesOf = (doc: Y.Doc): Y.Map<CaseEntry> => doc.getMap('cases')
/** Server-written facts about each case. */
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
/** Server-written team members by id. */
export const peopleOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('people')
export const boardOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('board')
/** Server-written: the roster of today and tomorrow, and the days on which the team is off. */
export const dutyOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('duty')

/** Gives every root its kind: until somebody has asked for one, Yjs does not know it. */
export function openRoots(doc: Y.Doc): void {
  for (const root of [casesOf, metaOf, peopleOf, boardOf, dutyOf]) root(doc)
}

/** What a case is made with besides its fields, and what kind of thing each is. */
export const NESTED_PARTS = { sbar: Y.Map, tasks: Y.Map, comments: Y.Array } as const
export type NestedPart = keyof typeof NESTED_PARTS
export const isNestedPart = (name: string): name is NestedPart => Object.hasOwn(NESTED_PARTS, name)

/** A case's entry; whatever else a bad write left under its id counts as nothing. */
export function entryOf(doc: Y.Doc, id: CaseId): CaseEntry | null {
  const entry: unknown = casesOf(doc).get(id)
  return entry instanceof Y.Map ? entry : null
}

/** Reads one field; what does not parse reads as unset, so a bad write never hides a case. */
export const readField = <F extends FieldName>(entry: CaseEntry, field: F): CaseFields[F] =>
  readValue(field, entry.get(field))

/** What a value means as one of a field. */
export function readValue<F extends FieldName>(field: F, value: unknown): CaseFields[F] {
  if (value === undefined) return EMPTY_FIELDS[field] // most are: failing to parse costs more
  return (
    (caseFields[field].safeParse(value).data as CaseFields[F] | undefined) ?? EMPTY_FIELDS[field]
  )
}

export function writeField<F extends FieldName>(
  entry: CaseEntry,
  field: F,
  value: CaseFields[F],
): void {
  entry.set(field, value)
}

/** Where a case is shown: closing wins over a concurrent move. */
export const laneOf = (fields: Pick<CaseFields, 'closed' | 'place'>): Lane =>
  fields.closed.how === null ? fields.place.lane : 'done'

/** Every case's id, in no particular order. */
export function caseIds(doc: Y.Doc): CaseId[] {
  return [...casesOf(doc).keys()].flatMap((key) => caseId.safeParse(key).data ?? [])
}

/** What decides where in its lane a case stands. */
export type Standing = Pick<Case, 'id' | 'place' | 'closed'>

/** Sorts one lane's cases from top to bottom; of ended ones the latest comes first. */
export function byStanding(a: Standing, b: Standing): number {
  const [endedA, endedB] = [a, b].map(({ closed }) => (closed.how === null ? 0 : closed.at))
  if (endedA !== endedB) return (endedB ?? 0) - (endedA ?? 0)
  return byRank({ id: a.id, rank: a.place.rank }, { id: b.id, rank: b.place.rank })
}

/** The cases of one lane from top to bottom, without reading the rest of them. */
export function readLane(doc: Y.Doc, lane: Lane): Standing[] {
  const standing = caseIds(doc).flatMap((id): Standing[] => {
    const entry = entryOf(doc, id)
    if (!entry) return []
    return [{ id, place: readField(entry, 'place'), closed: readField(entry, 'closed') }]
  })
  return standing.filter((one) => laneOf(one) === lane).sort(byStanding)
}

export function sbarText(entry: CaseEntry, part: SbarPart): Y.Text | null {
  const sbar = entry.get('sbar')
  const text = sbar instanceof Y.Map ? sbar.get(part) : null
  return text instanceof Y.Text ? text : null
}

export function tasksOf(entry: CaseEntry): Y.Map<unknown> | null {
  const tasks = entry.get('tasks')
  return tasks instanceof Y.Map ? (tasks as Y.Map<unknown>) : null
}

export function commentsOf(entry: CaseEntry): Y.Array<unknown> | null {
  const comments = entry.get('comments')
  return comments instanceof Y.Array ? (comments as Y.Array<unknown>) : null
}

export const readMeta = (doc: Y.Doc, id: CaseId): CaseMeta | null => parseMeta(metaOf(doc).get(id))

export const parseMeta = (value: unknown): CaseMeta | null => caseMeta.safeParse(value).data ?? null

export function readPeople(doc: Y.Doc): Map<UserId, Person> {
  const people = [...peopleOf(doc).values()].flatMap((value) => person.safeParse(value).data ?? [])
  return new Map(people.map((one) => [one.id, one]))
}

/** Who is on duty when, earliest first; empty where the server has written none. */
export function readDuty(doc: Y.Doc): readonly Shift[] {
  const shifts = listIn(dutyOf(doc).get('shifts')).flatMap((one) => shift.safeParse(one).data ?? [])
  return shifts.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** ISO dates on which the team is off although it is a weekday. */
export function readDaysOff(doc: Y.Doc): ReadonlySet<string> {
  const days = listIn(dutyOf(doc).get('daysOff'))
  return new Set(days.filter((day) => typeof day === 'string'))
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export function readSettings(doc: Y.Doc): BoardSettings {
  const board = boardOf(doc)
  const readable = Object.entries(boardSettings.shape).flatMap(([key, setting]) => {
    if (!board.has(key)) return []
    const { success, data } = setting.safeParse(board.get(key))
    return success ? [[key, data]] : []
  })
  return { ...NO_SETTINGS, ...(Object.fromEntries(readable) as Partial<BoardSettings>) }
}
