import { simpleDiffString } from 'lib0/diff.js'
import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { accessOf, may, type Stamp } from './access.ts'
import {
  casesOf,
  commentsOf,
  entryOf,
  metaOf,
  readField,
  readMeta,
  sbarText,
  tasksOf,
  type CaseEntry,
} from './board-document.ts'
import { caseFields, comment, isFieldName, isSbarPart, task } from './case.ts'
import type { CaseChange } from './changes.ts'
import { CASES_PER_BOARD, SBAR_MAX } from './limits.ts'
import { plantCase } from './plant-case.ts'
import type { Superseded } from './ruling.ts'

/** What came of a change: it stands, something newer does, or it has nothing to stand on. */
type Redone = 'done' | 'stranded' | Superseded

/** What could not be done again, and what does not stand because something newer does. */
export type Rest = {
  readonly stranded: readonly CaseChange[]
  readonly superseded: readonly Superseded[]
}

/**
 * Does on a board what was done on a document of it that is gone, value by value, each with its own
 * time: what was decided later stands. Nothing is done twice.
 */
export function redo(
  doc: Y.Doc,
  changes: readonly CaseChange[],
  { role }: Pick<Stamp, 'role'>,
): Rest {
  const rest = { stranded: [] as CaseChange[], superseded: [] as Superseded[] }
  for (const change of changes) {
    const redone = accessOf(role) === 'write' ? redoOne(doc, change, role) : 'stranded'
    if (redone === 'stranded') rest.stranded.push(change)
    else if (redone !== 'done') rest.superseded.push(redone)
  }
  return rest
}

function redoOne(doc: Y.Doc, change: CaseChange, role: Stamp['role']): Redone {
  const entry = entryOf(doc, change.case)
  if (change.kind === 'created') return entry ? 'done' : createAgain(doc, change)
  if (!entry) return 'stranded'
  switch (change.kind) {
    case 'field':
      return isFieldName(change.field) && may(role, change.field)
        ? setField(doc, entry, change, change.field)
        : 'stranded'
    case 'task':
      return setTask(entry, change)
    case 'comments':
      return addComments(entry, change)
    case 'text':
      return write(entry, change)
    case 'removed':
      return 'stranded'
  }
}

type Of<K extends CaseChange['kind']> = Extract<CaseChange, { kind: K }>

/** The board remembers those that have been there and have left. */
function createAgain(doc: Y.Doc, { case: id, as }: Of<'created'>): Redone {
  if (metaOf(doc).has(id) || casesOf(doc).size >= CASES_PER_BOARD) return 'stranded'
  plantCase(doc, id, Object(as) as Record<string, unknown>)
  return 'done'
}

function setField(
  doc: Y.Doc,
  entry: CaseEntry,
  { case: id, to }: Of<'field'>,
  field: keyof typeof caseFields,
): Redone {
  const sent = caseFields[field].safeParse(to).data
  if (sent === undefined) return 'stranded'
  const stands = readField(entry, field)
  if (stands.at < sent.at) {
    entry.set(field, sent)
    return 'done'
  }
  if (saysTheSame(stands, sent)) return 'done'
  const movedBy = field === 'place' ? readMeta(doc, id)?.movedBy : null
  return newer(id, field, stands, sent, ('by' in stands ? stands.by : movedBy) ?? null)
}

/** One that was removed on the board has left it with the epoch: it does not come back. */
function setTask(entry: CaseEntry, { case: id, task: key, from, to }: Of<'task'>): Redone {
  const sent = task.safeParse(to).data
  const tasks = tasksOf(entry)
  if (sent?.id !== key || !tasks) return 'stranded'
  const stands = task.safeParse(tasks.get(key)).data
  if (!stands && from !== undefined) return sent.removed ? 'done' : 'stranded'
  if (!stands || stands.at < sent.at) {
    tasks.set(key, sent)
    return 'done'
  }
  return saysTheSame(stands, sent) ? 'done' : newer(id, `tasks.${key}`, stands, sent, null)
}

function addComments(entry: CaseEntry, { added }: Of<'comments'>): Redone {
  const comments = commentsOf(entry)
  if (!comments) return 'stranded'
  const idOf = (value: unknown) => comment.safeParse(value).data?.id
  const known = new Set(comments.toArray().map(idOf))
  comments.push(added.filter((one) => idOf(one) !== undefined && !known.has(idOf(one))))
  return 'done'
}

/** Words are only added to what stands: who took some away did not know what they would be now. */
function write(entry: CaseEntry, { part, to }: Of<'text'>): Redone {
  const text = isSbarPart(part) ? sbarText(entry, part) : null
  if (!text || to === undefined || to.length > SBAR_MAX) return 'stranded'
  const { index, remove, insert } = simpleDiffString(text.toString(), to)
  if (remove > 0) return 'stranded'
  if (insert !== '') text.insert(index, insert)
  return 'done'
}

type Dated = { readonly at: number }

/** Two people may have decided the same. */
const saysTheSame = (stands: Dated, sent: Dated) =>
  equalityDeep({ ...stands, at: 0, by: null }, { ...sent, at: 0, by: null })

const newer = (
  id: Superseded['case'],
  part: string,
  stands: Dated,
  sent: Dated,
  by: Superseded['kept']['by'],
): Superseded => ({
  ...{ kind: 'superseded', because: 'newer', case: id, part },
  kept: { value: stands as unknown as Json, at: stands.at, by },
  yours: { value: sent as unknown as Json, at: sent.at },
})

type Json = Superseded['kept']['value']
