import type { AuditEntry } from '../../server/audit/entry.ts'
import type { Person } from '../../shared/person.ts'
import { changedKeys, textOf, type BoardState, type Entry } from './board-state.ts'

/** One update that was sent, and what it did. */
export type Sent = {
  readonly who: Person
  readonly at: number
  readonly before: BoardState
  readonly after: BoardState
  readonly isRefused: boolean
}

/** What the log lacks, or has too much of (J2); lines and updates belong together by their time. */
export function missingLines(sent: readonly Sent[], lines: readonly AuditEntry[]): string[] {
  const wrong: string[] = []
  const times = new Set(sent.map(({ at }) => at))
  for (const { time, action } of lines) if (!times.has(time)) wrong.push(`J2 ${action} out of time`)
  for (const one of sent)
    wrong.push(
      ...wrongWith(
        one,
        lines.filter(({ time }) => time === one.at),
      ),
    )
  return wrong
}

function wrongWith(
  { who, before, after, isRefused }: Sent,
  lines: readonly AuditEntry[],
): string[] {
  const wrong: string[] = []
  for (const line of lines)
    if (line.user !== who.id || line.role !== who.role) wrong.push(`J1 ${line.action} by another`)
  if (isRefused) {
    const actions = lines.map(({ action }) => action).join()
    return actions === 'change-refused' ? wrong : [...wrong, `J2 refused: ${actions || 'no line'}`]
  }
  const kinds = lines.map(({ action, case: id, object }) => `${action} ${id} ${object}`)
  for (const kind of new Set(kinds))
    if (kinds.filter((one) => one === kind).length > 1) wrong.push(`J2 twice ${kind}`)
  const due = changesBetween(before, after)
  for (const { name, from, to } of due) {
    const line = lines[kinds.indexOf(name)]
    if (!line) {
      if (!isTaskAway(name, from, to)) wrong.push(`J2 no line ${name}`)
    } else if (
      to !== null &&
      (textOf(line.from ?? from) !== textOf(from) || textOf(line.to) !== textOf(to))
    )
      wrong.push(`J2 ${name} tells ${textOf([line.from, line.to])}`)
  }
  const names = new Set(due.map(({ name }) => name))
  for (const [i, kind] of kinds.entries())
    if (!names.has(kind) && !MAY_STAND_ALONE.test(kind) && lines[i]?.from !== undefined)
      wrong.push(`J2 ${kind}`)
  return wrong
}

/**
 * Writing that came to nothing, and what did not stand, change no value; nor does setting for the
 * first time what reads as if it were set, which says that nothing stood there.
 */
const MAY_STAND_ALONE = /^(case-changed \S+ sbar\.|settings-changed |change-superseded )/

/** A task that came too late stands as one that was taken away: nobody sees it. */
const isTaskAway = (name: string, from: unknown, to: unknown): boolean =>
  name.includes(' tasks.') && from === undefined && Object(to).removed === true

/** `to` is null where the log does not tell. */
type Due = { readonly name: string; readonly from: unknown; readonly to: unknown }

function changesBetween(before: BoardState, after: BoardState): Due[] {
  const settings = changedKeys(before.board, after.board).map((key) => ({
    name: `settings-changed null settings.${key}`,
    ...{ from: before.board[key], to: after.board[key] },
  }))
  const cases = changedKeys(before.cases, after.cases).flatMap((id) => {
    const [from, to] = [before.cases[id], after.cases[id]]
    if (from === undefined || to === undefined)
      return [{ name: `case-created ${id} null`, from: null, to: null }]
    return changesIn(from, to).map(({ name, ...rest }) => ({
      name: `case-changed ${id} ${name}`,
      ...rest,
    }))
  })
  return [...settings, ...cases]
}

function changesIn(from: Entry, to: Entry): Due[] {
  const silent = (name: string): Due => ({ name, from: null, to: null })
  return changedKeys(from, to).flatMap((key) => {
    if (key === 'comments') return [silent('comments')]
    if (key === 'sbar') return changedKeys(from.sbar, to.sbar).map((part) => silent(`sbar.${part}`))
    if (key === 'tasks')
      return changedKeys(from.tasks, to.tasks).map((id) => ({
        name: `tasks.${id}`,
        ...{ from: from.tasks[id], to: to.tasks[id] },
      }))
    return [{ name: key, from: from[key], to: to[key] }]
  })
}
