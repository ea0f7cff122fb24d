import { isAcute, isSeen } from './acute.ts'
import type { Case } from './case.ts'
import type { Timestamp } from './clock.ts'
import type { CaseId } from './ids.ts'
import { isReceiptLate } from './receipts.ts'
import type { Holidays } from './team-hours.ts'
import { dayOf } from './team-time.ts'

/** In the order in which a meeting takes them. */
export const AGENDA_GROUPS = ['acute', 'due', 'changed'] as const
export type AgendaGroup = (typeof AGENDA_GROUPS)[number]
export type AgendaItem = { readonly case: CaseId; readonly group: AgendaGroup }

/** What a meeting goes through, in order, and how many open cases it leaves out. */
export type Agenda = { readonly items: readonly AgendaItem[]; readonly unchanged: number }

/** What decides it: when the last meeting ended, if there was one, what time it is, and days off. */
type Times = {
  readonly since: Timestamp | null
  readonly now: Timestamp
  readonly daysOff: Holidays
}

/** The agenda of a board's open cases, as a meeting that begins now takes them. */
export function agendaOf(cases: Iterable<Case>, times: Times): Agenda {
  const open = [...cases].filter(({ closed }) => closed.how === null)
  const grouped = Map.groupBy(open, (one) => groupOf(one, times))
  const items = AGENDA_GROUPS.flatMap((group) =>
    (grouped.get(group) ?? [])
      .sort(orderIn(group, times))
      .map(({ id }): AgendaItem => ({ case: id, group })),
  )
  return { items, unchanged: open.length - items.length }
}

/**
 * The agenda of a meeting under way: what it had keeps its order, whatever became of it, and what
 * has come meanwhile stands last in its group.
 */
export function grownAgenda(had: readonly AgendaItem[], now: Agenda): readonly AgendaItem[] {
  const known = new Set(had.map((item) => item.case))
  const fresh = now.items.filter((item) => !known.has(item.case))
  if (fresh.length === 0) return had
  const all = [...had, ...fresh]
  return AGENDA_GROUPS.flatMap((group) => all.filter((item) => item.group === group))
}

/** Which part of the agenda an open case belongs to; null when nothing has happened to it. */
function groupOf(one: Case, times: Times): AgendaGroup | null {
  if (isAcute({ lane: one.lane, priority: one.priority.level, seen: isSeen(one) })) return 'acute'
  if (dueAt(one, times) !== Infinity) return 'due'
  // What the server has not saved yet has come just now.
  const { since } = times
  return since === null || (one.meta?.touchedAt ?? Infinity) > since ? 'changed' : null
}

/** The earliest of what is to be done today or was to be done before; else never. */
function dueAt(one: Case, { now, daysOff }: Times): Timestamp {
  const { visit, visitStatus, followUp, handback } = one
  if (one.lane === 'handback') {
    const { sentAt, receivedAt } = handback
    const isLate = sentAt !== null && receivedAt === null && isReceiptLate(sentAt, now, daysOff)
    return isLate ? sentAt : Infinity
  }
  const start = visitStatus.status === 'finished' ? null : visit.start
  const today = [start, followUp.due].filter((at) => at !== null && dayOf(at) <= dayOf(now))
  return Math.min(...today.map((at) => at ?? Infinity))
}

function orderIn(group: AgendaGroup, times: Times): (a: Case, b: Case) => number {
  return (a, b) => {
    if (group === 'acute' && isSeen(a) !== isSeen(b)) return isSeen(a) ? 1 : -1
    const [first, second] = [a, b].map((one) =>
      group === 'due' ? dueAt(one, times) : (one.meta?.createdAt ?? times.now),
    ) as [Timestamp, Timestamp]
    return first - second || (a.id < b.id ? -1 : 1)
  }
}
