import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { tasksOf } from '../board-document.ts'
import { task, type Task } from '../case.ts'
import type { CaseId, TaskId } from '../ids.ts'
import { refused, type Refused } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'

type FoundTask = { ok: true; tasks: Y.Map<unknown>; task: Task } | Refused

/** A task that still stands on an open case, or why it cannot be changed. */
export function findTask(doc: Y.Doc, id: CaseId, taskId: TaskId, stamp: Stamp): FoundTask {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const tasks = tasksOf(found.entry)
  const value = task.safeParse(tasks?.get(taskId)).data
  if (!tasks || !value || value.removed) return refused('task-not-found')
  return { ok: true, tasks, task: value }
}
