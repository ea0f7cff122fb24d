import type * as Y from 'yjs'
import type { Stamp } from '../access.ts'
import { tasksOf } from '../board-document.ts'
import { task, type Task } from '../case.ts'
import type { CaseId, TaskId } from '../ids.ts'
import { TASKS_PER_CASE } from '../limits.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { findOpenCase } from './find-case.ts'

export type AddTask = { case: CaseId; task: TaskId; text: string }

export function addTask(
  doc: Y.Doc,
  { case: id, task: taskId, text }: AddTask,
  stamp: Stamp,
): Outcome {
  const found = findOpenCase(doc, id, stamp)
  if (!found.ok) return found
  const tasks = tasksOf(found.entry)
  if (!tasks) return refused('case-not-found')
  if (tasks.has(taskId)) return refused('nothing-changed')
  if (tasks.size >= TASKS_PER_CASE) return refused('case-full')
  const { at } = stamp
  const added = task.safeParse({ id: taskId, text, done: null, removed: false, addedAt: at, at })
  if (!added.success) return refused('invalid-value')
  tasks.set(taskId, added.data satisfies Task)
  return done
}
