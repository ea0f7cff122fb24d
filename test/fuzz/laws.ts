import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import type { Person } from '../../shared/person.ts'
import { changedKeys, textOf, type BoardState, type Entry, type Json } from './board-state.ts'
import { unreadableIn } from './readable.ts'

/** One update that the server took in, and what the board was before and after. */
export type Step = {
  readonly who: Person
  readonly at: number
  readonly before: BoardState
  readonly after: BoardState
  /** The boards that its sender saw while it was made; null when nobody can say. */
  readonly seen: readonly BoardState[] | null
}

const TEAM = ['nurse', 'doctor', 'manager']
/** Rules P1 and P2, once more: this is what the server's own table is measured by. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  seen: ['doctor'],
  documentedRegion: ['doctor'],
  documentedMunicipality: ['nurse'],
  settings: ['manager'],
}
const NOTHING: Entry = { ...EMPTY_FIELDS, sbar: {}, tasks: {}, comments: [] }
const AHEAD_MS = 2_000

/** What in a step breaks which rule; nothing where all is well. */
export function brokenBy(step: Step, names: Names): string[] {
  const { who, before, after } = step
  const broken = [...unreadableIn(after)]
  if (before.roots.join() !== after.roots.join()) broken.push(`B1 roots: ${after.roots.join()}`)
  if (textOf(before.people) !== textOf(after.people)) broken.push('B1 people')
  const settings = changedKeys(before.board, after.board)
  if (settings.length > 0 && !may(who, 'settings'))
    broken.push(`P2 ${who.role} set ${settings.join()}`)
  for (const key of Object.keys(before.board))
    if (!(key in after.board)) broken.push(`A4 no ${key}`)
  for (const id of Object.keys(before.cases)) if (!(id in after.cases)) broken.push(`B2 no ${id}`)
  for (const id of changedKeys(before.meta, after.meta)) broken.push(...brokenMeta(step, id))
  for (const id of changedKeys(before.cases, after.cases)) {
    const one = { step, id, from: before.cases[id] ?? NOTHING, to: after.cases[id] ?? NOTHING }
    broken.push(...brokenIn(one), ...misdated(one), ...misnamed(one, names), ...overtaken(one))
    const isNoted = textOf(before.meta[id]) !== textOf(after.meta[id])
    if (!isNoted && changedKeys(one.from, one.to).join() !== 'tasks')
      broken.push(`B19 no note on ${id}`)
  }
  return broken
}

const may = ({ role }: Person, part: string): boolean => (MAY_WRITE[part] ?? TEAM).includes(role)

type Changed = {
  readonly step: Step
  readonly id: string
  readonly from: Entry
  readonly to: Entry
}

/** Who changed what, and what of a case only grows (A4, B2, B8, B17). */
function brokenIn({ step: { who }, from, to }: Changed): string[] {
  const broken: string[] = []
  for (const part of changedKeys(from, to)) {
    if (!may(who, part)) broken.push(`P2 ${who.role} set ${part}`)
    if (!(part in to)) broken.push(`A4 no ${part}`)
  }
  for (const id of Object.keys(from.tasks)) if (!(id in to.tasks)) broken.push(`A4 no task ${id}`)
  const { added, kept } = commentsIn(from, to)
  if (kept !== from.comments.length) broken.push('B17 comments')
  for (const comment of added)
    if (part(comment, 'by') !== who.id) broken.push(`A4 ${who.id} wrote ${textOf(comment)}`)
  if (how(from) === null || how(to) === null) return broken
  const later = ['documentedRegion', 'documentedMunicipality', 'handback', 'comments', 'sbar']
  if (changedKeys(from, to).includes('closed')) later.push('closed', 'outcome') // the newer closing
  for (const key of changedKeys(from, to)) {
    const added = changedKeys(from.tasks, to.tasks).filter((id) => !isAddedAway(from, to, id))
    if (key === 'tasks' ? added.length > 0 : !later.includes(key)) broken.push(`B8 ${key}`)
  }
  const handback = changedKeys(from['handback'] as Json, to['handback'] as Json)
  if (handback.some((key) => !RECEIPT.includes(key))) broken.push('B8 handback')
  return broken
}

const RECEIPT = ['receivedAt', 'receivedBy', 'at']

/** Comments that two people made at once may stand in either order; those that stood, in theirs. */
function commentsIn(from: Entry, to: Entry): { added: readonly unknown[]; kept: number } {
  let kept = 0
  const added = to.comments.filter((one) => {
    const stood = kept < from.comments.length && textOf(one) === textOf(from.comments[kept])
    if (stood) kept++
    return !stood
  })
  return { added, kept }
}

const how = (entry: Entry): unknown => part(entry['closed'], 'how') ?? null
/** A task that came too late stands as one that was taken away. */
const isAddedAway = (from: Entry, to: Entry, id: string): boolean =>
  !(id in from.tasks) && part(to.tasks[id], 'removed') === true

/** What changed in a case, part by part: fields, tasks and what was added to the comments. */
function* changesIn({ from, to }: Changed): Generator<[name: string, from: unknown, to: unknown]> {
  for (const key of changedKeys(from, to))
    if (!['sbar', 'tasks', 'comments'].includes(key)) yield [key, from[key], to[key]]
  for (const id of changedKeys(from.tasks, to.tasks))
    yield [`tasks.${id}`, from.tasks[id], to.tasks[id]]
  for (const added of commentsIn(from, to).added) yield ['comments', undefined, added]
}

/** A7: nothing was done in the future. */
const misdated = (one: Changed): string[] =>
  [...changesIn(one)].flatMap(([name, , to]) =>
    partsOf(to)
      .filter(([key, value]) => TIMES.has(key) && Number(value) > one.step.at + AHEAD_MS)
      .map(([key]) => `A7 ${name}.${key}`),
  )
const TIMES = new Set('at addedAt underway arrived finished sentAt receivedAt takenAt'.split(' '))

/** Who was ever named where. */
export class Names {
  readonly #known = new Set<string>()
  note(place: string, name: unknown): void {
    this.#known.add(`${place} ${String(name)}`)
  }
  has(place: string, name: unknown): boolean {
    return this.#known.has(`${place} ${String(name)}`)
  }
}

/** A8: who is named did it, or was named there before. */
function misnamed(one: Changed, names: Names): string[] {
  const broken: string[] = []
  for (const [name, from, to] of changesIn(one)) {
    for (const [key, value] of [...partsOf(from), ...partsOf(to)]) {
      if (!['by', 'sentBy', 'receivedBy'].includes(key) || value === null) continue
      const place = `${one.id}/${name}.${key}`
      const isKnown = value === one.step.who.id || names.has(place, value)
      const wasThere = partsOf(from).some(([k, v]) => k === key && v === value)
      if (!isKnown && !wasThere) broken.push(`A8 ${place} ${String(value)}`)
      names.note(place, value)
    }
  }
  return broken
}

/** A6: an older decision does not replace one that its sender had not seen. */
function overtaken({ step: { seen, before, after }, id }: Changed): string[] {
  if (seen === null) return []
  const broken: string[] = []
  const [from, to] = [before.cases[id], after.cases[id]]
  if (!from || !to) return broken
  for (const [name, was, is] of changesIn({ from, to } as Changed)) {
    const [group, task] = name.split('.')
    const isOlder = Number(part(is, 'at') ?? 0) < Number(part(was, 'at') ?? 0)
    const knew = seen.some(({ cases }) => {
      const entry = cases[id]
      const value = task === undefined ? entry?.[name] : entry?.tasks[task]
      return textOf(value) === textOf(was)
    })
    if (group !== 'comments' && isOlder && !knew) broken.push(`A6 ${name}`)
  }
  return broken
}

/** B18, B19: what the server says of a case. */
function brokenMeta({ who, at, before, after }: Step, id: string): string[] {
  const [was, is] = [before.meta[id], after.meta[id]]
  const broken: string[] = []
  if (!(id in after.cases)) broken.push(`B19 a note on no case ${id}`)
  if (part(is, 'touchedBy') !== who.id || part(is, 'touchedAt') !== at) broken.push(`B19 ${id}`)
  if (was !== undefined && part(was, 'createdAt') !== part(is, 'createdAt')) broken.push('B19 made')
  return broken
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** All named parts of a value, those within parts too. */
function partsOf(value: unknown): [key: string, value: unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [[key, inner], ...partsOf(inner)])
}
