import type { Case, FieldName } from './case.ts'
import type { Timestamp } from './clock.ts'
import { EMPTY_FIELDS } from './empty-case.ts'
import type { UserId } from './ids.ts'

/**
 * One thing that has come to a case since a time. Only some parts say who set them, and of what
 * stood before the board knows nothing: that is in the log.
 */
export type News = {
  readonly at: Timestamp
  readonly by: UserId | null
  /** As the history calls it (a field's name, `tasks.<id>`), `case` for a new one, or a `touch`. */
  readonly part: string
  readonly from: unknown
  readonly to: unknown
}

/** What is worth a word at a meeting, besides where a case stands: that the server itself notes. */
const TOLD = [
  'priority',
  'reason',
  'nurse',
  'doctor',
  'visit',
  'visitStatus',
  'followUp',
  'seen',
  'consent',
  'outcome',
  'vitals',
] as const satisfies readonly FieldName[]

/**
 * What has come to a case since a time, the latest first, as far as the case itself says. What
 * leaves no time of its own, as words in SBAR, is told as a touch: who, and when.
 */
export function newsOf(one: Case, since: Timestamp | null): readonly News[] {
  const { meta } = one
  const isNew = meta === null || since === null || meta.createdAt > since
  const after = isNew ? Math.max(since ?? 0, bornAt(one)) : since
  const told = [...fields(one), ...handback(one), ...handover(one), ...tasks(one)]
    .concat(comments(one), move(one))
    .filter(({ at }) => at > after)
    .sort((a, b) => b.at - a.at)
  if (isNew) {
    const [at, by] = meta ? [meta.createdAt, meta.createdBy] : [one.request.at, one.request.by]
    return [...told, { at, by, part: 'case', from: null, to: null }]
  }
  const isTouched = meta.touchedAt > after && told.length === 0
  return isTouched ? [{ at: meta.touchedAt, by: meta.touchedBy, part: 'touch', ...NOTHING }] : told
}

const NOTHING = { from: null, to: null }

/** When its author made it: what a case was made with carries that time. */
const bornAt = ({ place, patient, reason, priority, request }: Case): Timestamp =>
  Math.min(...[place, patient, reason, priority, request].map(({ at }) => at))

const fields = (one: Case): News[] =>
  TOLD.map((part) => {
    const value = one[part]
    return {
      at: value.at,
      by: 'by' in value ? value.by : null,
      part,
      from: undefined,
      to: value,
    }
  })

function handback({ handback: value }: Case): News[] {
  const { sentAt, sentBy, receivedAt, receivedBy } = value
  const from = EMPTY_FIELDS.handback
  const sent = { ...value, receivedAt: null, receivedBy: null }
  return [
    ...(sentAt === null ? [] : [{ at: sentAt, by: sentBy, part: 'handback', from, to: sent }]),
    ...(receivedAt === null
      ? []
      : [{ at: receivedAt, by: receivedBy, part: 'handback', from: sent, to: value }]),
  ]
}

function handover({ handedOver: value }: Case): News[] {
  const { sentAt, sentBy } = value
  if (sentAt === null) return []
  const from = EMPTY_FIELDS.handedOver
  const to = { ...value, backAt: null, lookedAt: null, lookedBy: null }
  return [{ at: sentAt, by: sentBy, part: 'handedOver', from, to }]
}

const tasks = (one: Case): News[] =>
  one.tasks.flatMap((task) => {
    const part = `tasks.${task.id}`
    const undone = { ...task, done: null }
    const added = { at: task.addedAt, by: null, part, from: undefined, to: undone }
    return task.done === null ? [added] : [added, { ...task.done, part, from: undone, to: task }]
  })

const comments = (one: Case): News[] =>
  one.comments.map(({ at, by, text }) => ({ at, by, part: 'comments', from: null, to: text }))

/** By the server's notes: the value itself also changes when a case only changes its spot. */
function move({ meta, place }: Case): News[] {
  if (meta === null || meta.movedAt === meta.createdAt) return []
  return [{ at: meta.movedAt, by: meta.movedBy, part: 'place', from: null, to: place }]
}
