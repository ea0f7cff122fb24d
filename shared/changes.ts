import * as Y from 'yjs'
import { casesOf } from './board-document.ts'
import { boardSettings, type SettingName } from './board.ts'
import { caseId, type CaseId } from './ids.ts'

/** One thing that a transaction did to a case. */
export type CaseChange =
  | { kind: 'created'; case: CaseId; as: unknown }
  | { kind: 'removed'; case: CaseId }
  | { kind: 'field'; case: CaseId; field: string; from: unknown; to: unknown }
  /** `to` is how it reads then, where that is known. */
  | { kind: 'text'; case: CaseId; part: string; to?: string }
  | { kind: 'task'; case: CaseId; task: string; from: unknown; to: unknown }
  | { kind: 'comments'; case: CaseId; added: readonly unknown[]; removed: number }

/** One of the board's settings, changed. */
export type SettingChange = {
  kind: 'setting'
  key: SettingName
  from: unknown
  to: unknown
}

type Event = Y.YEvent<Y.AbstractType<unknown>>

/**
 * Calls back once per transaction that touched a case; returns how to stop.
 * @param whose what comes from elsewhere is not even read with `own`
 */
export function observeChanges(
  doc: Y.Doc,
  notify: (changes: CaseChange[], transaction: Y.Transaction) => void,
  whose: 'own' | 'all' = 'all',
): () => void {
  const cases = casesOf(doc)
  const observe = (events: Event[], transaction: Y.Transaction) => {
    if (whose === 'all' || transaction.local) notify(events.flatMap(changesOf), transaction)
  }
  cases.observeDeep(observe)
  return () => cases.unobserveDeep(observe)
}

/** What one event means; its path leads from `cases` to what changed. */
function changesOf(event: Event): CaseChange[] {
  const [key, nested, part] = event.path
  if (key === undefined) return casesChanged(event)
  const id = caseId.safeParse(key).data
  if (id === undefined) return []
  if (nested === undefined)
    return changedKeys(event).map(({ key, ...change }) => ({
      kind: 'field',
      case: id,
      field: key,
      ...change,
    }))
  if (nested === 'tasks' && part === undefined)
    return changedKeys(event).map(({ key, ...change }) => ({
      kind: 'task',
      case: id,
      task: key,
      ...change,
    }))
  if (nested === 'comments') return [commentsChanged(id, event)]
  const to = event.target instanceof Y.Text ? { to: event.target.toString() } : {}
  return [{ kind: 'text', case: id, part: String(part ?? nested), ...to }]
}

/** What an event of the board's own root means. */
export const settingsChanged = (event: Y.YMapEvent<unknown>): SettingChange[] =>
  changedKeys(event).flatMap(({ key, ...change }) =>
    isSettingName(key) ? [{ kind: 'setting', key, ...change }] : [],
  )

const isSettingName = (key: string): key is SettingName => Object.hasOwn(boardSettings.shape, key)

function casesChanged(event: Event): CaseChange[] {
  return changedKeys(event).flatMap(({ key, to }): CaseChange[] => {
    const id = caseId.safeParse(key).data
    if (id === undefined) return []
    if (to === undefined) return [{ kind: 'removed', case: id }]
    return [{ kind: 'created', case: id, as: asJson(to) }]
  })
}

function changedKeys({ target, changes }: { target: unknown; changes: Event['changes'] }) {
  if (!(target instanceof Y.Map)) return []
  const values: Y.Map<unknown> = target
  return [...changes.keys].map(([key, { oldValue }]) => ({
    key,
    from: oldValue as unknown,
    to: values.get(key),
  }))
}

function commentsChanged(id: CaseId, { changes }: Event): CaseChange {
  const added = [...changes.added].flatMap((item) => item.content.getContent() as unknown[])
  return { kind: 'comments', case: id, added, removed: changes.deleted.size }
}

/** A case as it is just now, texts and all: the live type would change with the case. */
export const asJson = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value
