import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import type { Task } from '../case.ts'
import type { CaseId, TaskId } from '../ids.ts'
import { done, type Outcome } from '../outcome.ts'
import { findTask } from './find-task.ts'

export type RemoveTask = { case: CaseId; task: TaskId }

/** Takes a task off the list; it stays in the document, so that this can be undone. */
export function removeTask(doc: Y.Doc, { case: id, task }: RemoveTask, stamp: Stamp): Outcome {
  const found = findTask(doc, id, task, stamp)
  if (!found.ok) return found
  const removed: Task = { ...found.task, removed: true, at: stamp.at }
  found.tasks.set(task, removed)
  return done
}
