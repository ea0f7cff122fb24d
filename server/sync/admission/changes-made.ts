import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { casesOf } from '../../../shared/board-document.ts'
import { asJson, type CaseChange } from '../../../shared/changes.ts'
import { outcomeOf, type Decision } from './decision.ts'
import type { Touch } from './touch.ts'

/** What an update has really changed, now that it is settled: a new case is one change. */
export function changesMade(
  doc: Y.Doc,
  touches: readonly Touch[],
  decisions: readonly Decision[],
): CaseChange[] {
  const made = touches.flatMap((touch) => changeBy(doc, touch) ?? [])
  const created = new Set(made.flatMap((one) => (one.kind === 'created' ? one.case : [])))
  return [...made, ...decisions.flatMap((one) => changeAfter(one) ?? [])].filter(
    (change) => change.kind === 'created' || !created.has(change.case),
  )
}

/** A change to the board's settings. */
export type SettingChange = { readonly key: string; readonly from: unknown; readonly to: unknown }

export function settingsMade(touches: readonly Touch[]): SettingChange[] {
  return touches.flatMap((touch) => {
    if (touch.kind !== 'setting') return []
    const { map, key, before } = touch.write
    return { key, from: before, to: map.get(key) }
  })
}

function changeBy(doc: Y.Doc, touch: Touch): CaseChange | null {
  switch (touch.kind) {
    case 'created': {
      const id = touch.spot.case
      return { kind: 'created', case: id, as: asJson(casesOf(doc).get(id)) }
    }
    case 'text':
      return { kind: 'text', case: touch.spot.case, part: touch.spot.key }
    case 'comments':
      return { kind: 'comments', case: touch.spot.case, added: touch.added, removed: 0 }
    case 'field':
    case 'task':
    case 'setting':
      return null
  }
}

/** What does not stand changes nothing: its place reads as before, though it may be written to. */
function changeAfter(decision: Decision): CaseChange | null {
  const { touch, because } = decision
  if (because !== null) return null
  const from = touch.write.before
  const to = outcomeOf(decision)
  if (equalityDeep(from, to)) return null
  const { case: id, key } = touch.spot
  return touch.kind === 'field'
    ? { kind: 'field', case: id, field: key, from, to }
    : { kind: 'task', case: id, task: key, from, to }
}
