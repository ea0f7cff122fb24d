import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { accessOf, may, type Stamp } from './access.ts'
import { boardOf, entryOf, tasksOf, writeField } from './board-document.ts'
import { NO_SETTINGS } from './board.ts'
import { caseFields, isFieldName, task } from './case.ts'
import { asJson, type CaseChange, type SettingChange } from './changes.ts'
import { EMPTY_FIELDS } from './empty-case.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** What can be taken back: all that one transaction did. */
export type Undoable = CaseChange | SettingChange

/**
 * Puts back what one's own transaction replaced, as a new change with a new time. All or nothing:
 * where anything has changed since, nothing is touched. Texts and comments are not put back:
 * the words belong to all who type, and the editor has an undo of its own.
 */
export function revert(doc: Y.Doc, changes: readonly Undoable[], stamp: Stamp): Outcome {
  if (accessOf(stamp.role) !== 'write') return refused('not-allowed')
  const steps = changes.flatMap((change) => stepBack(doc, change, stamp) ?? [])
  if (steps.length === 0) return refused('nothing-changed')
  if (!steps.every((step) => step.fits)) return refused('changed-since')
  for (const step of steps) step.write()
  return done
}

/** How one change is taken back, and whether the document still holds what it wrote. */
type Step = { fits: boolean; write: () => void }

function stepBack(doc: Y.Doc, change: Undoable, stamp: Stamp): Step | null {
  return change.kind === 'setting' ? settingBack(doc, change, stamp) : caseBack(doc, change, stamp)
}

/** What was never set goes back to what that means: settings are not taken away. */
function settingBack(doc: Y.Doc, { key, from, to }: SettingChange, { role }: Stamp): Step | null {
  if (!may(role, 'settings')) return null
  const board = boardOf(doc)
  return {
    fits: equalityDeep(board.get(key), to),
    write: () => board.set(key, from ?? NO_SETTINGS[key]),
  }
}

function caseBack(doc: Y.Doc, change: CaseChange, { by, at }: Stamp): Step | null {
  const entry = entryOf(doc, change.case)
  if (!entry) return null
  switch (change.kind) {
    case 'created':
      return {
        fits: equalityDeep(asJson(entry), change.as),
        write: () => writeField(entry, 'closed', { how: 'voided', reason: '', by, at }),
      }
    case 'field': {
      const { field, from, to } = change
      if (!isFieldName(field)) return null
      const parsed = caseFields[field].safeParse({ ...Object(from), at }).data
      const former = parsed ?? { ...EMPTY_FIELDS[field], at }
      return { fits: equalityDeep(entry.get(field), to), write: () => entry.set(field, former) }
    }
    case 'task': {
      const tasks = tasksOf(entry)
      if (!tasks) return null
      const former = task.safeParse({ ...Object(change.from), at }).data
      const gone = { ...Object(change.to), removed: true, at }
      return {
        fits: equalityDeep(tasks.get(change.task), change.to),
        write: () => tasks.set(change.task, former ?? gone),
      }
    }
    default:
      return null
  }
}
