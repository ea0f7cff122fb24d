import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { Task } from '../case.ts'
import type { CaseId, TaskId } from '../ids.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findTask } from './find-task.ts'

export type SetTaskDone = { case: CaseId; task: TaskId; done: boolean }

export function setTaskDone(doc: Y.Doc, command: SetTaskDone, stamp: Stamp): Outcome {
  const found = findTask(doc, command.case, command.task, stamp)
  if (!found.ok) return found
  if ((found.task.done !== null) === command.done) return refused('nothing-changed')
  const { by, at } = stamp
  const changed: Task = { ...found.task, done: command.done ? { by, at } : null, at }
  found.tasks.set(command.task, changed)
  return done
}
