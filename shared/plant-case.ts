import * as Y from 'yjs'
import { casesOf } from './board-document.ts'
import { caseFields, comment, FIELD_NAMES, SBAR_PARTS, task } from './case.ts'
import type { CaseId } from './ids.ts'

/** A case's entry as JSON, texts and all, as `toJSON` gives it: what is in it may be anything. */
export type CaseContent = Readonly<Record<string, unknown>>

/**
 * Puts a case that was in another document into this one, whole, each value with its own `at`.
 * What does not parse reads as unset anyway and stays behind, with tasks that were removed.
 */
export function plantCase(doc: Y.Doc, id: CaseId, content: CaseContent): void {
  const { sbar, tasks, comments } = content
  const entry = new Y.Map<unknown>(FIELD_NAMES.flatMap((name) => fieldOf(name, content[name])))
  entry.set('sbar', new Y.Map(SBAR_PARTS.map((part) => [part, new Y.Text(textOf(sbar, part))])))
  entry.set('tasks', new Y.Map(Object.entries(Object(tasks)).flatMap(taskOf)))
  entry.set('comments', Y.Array.from(Array.isArray(comments) ? comments.flatMap(commentOf) : []))
  casesOf(doc).set(id, entry)
}

function fieldOf(name: keyof typeof caseFields, value: unknown): [string, unknown][] {
  const { success, data } = caseFields[name].safeParse(value)
  return success ? [[name, data]] : []
}

function textOf(sbar: unknown, part: string): string {
  const text: unknown = Reflect.get(Object(sbar) as object, part)
  return typeof text === 'string' ? text : ''
}

function taskOf([id, value]: [string, unknown]): [string, unknown][] {
  const { data } = task.safeParse(value)
  return data?.id === id && !data.removed ? [[id, data]] : []
}

const commentOf = (value: unknown) => comment.safeParse(value).data ?? []
