import type * as Y from 'yjs'
import { isAcute, isSeen, isUnseenAcute, urgencyOf, type Urgency } from '../../shared/acute.ts'
import type { AlertEnd } from '../../shared/alerts.ts'
import {
  laneOf,
  metaOf,
  readDaysOff,
  readMeta,
  readSettings,
  readValue,
} from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import { isFieldName, type Case, type CaseFields, type CaseMeta } from '../../shared/case.ts'
import type { CaseChange } from '../../shared/changes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'
import type { AlertChange } from '../store/update-log.ts'
import { audienceOf, whomToCallOf } from './audience.ts'
import { nextStep } from './step.ts'

/** Who made the changes, and when on the server's clock. */
type Author = { readonly by: UserId | null; readonly role: Role | null; readonly at: Timestamp }

/**
 * Begins and ends the alerts of the cases that changes touched, in the transaction that made them;
 * gives what is to be stored and told of that.
 */
export function heedChanges(
  doc: Y.Doc,
  changes: readonly CaseChange[],
  author: Author,
): AlertChange[] {
  return [...Map.groupBy(changes.filter(decides), (change) => change.case)].flatMap(
    ([id, ofCase]) => {
      const one = readSaved(doc, id)
      if (one === null) return []
      if (one.meta.alert === undefined)
        return becomesAcute(one, ofCase, author) ? [goOn(doc, one, author.at, author.by)] : []
      return isUnseenAcute(urgencyOf(one)) ? [] : end(doc, one, author)
    },
  )
}

/** What a case waits by; of the many other changes none is worth reading it for. */
const DECIDING: readonly string[] = ['place', 'priority', 'seen', 'visitStatus', 'closed']
const decides = (change: CaseChange): boolean =>
  change.kind === 'created' || (change.kind === 'field' && DECIDING.includes(change.field))

/** One that was seen before is news again, unless a doctor decided so and knows. */
function becomesAcute(one: Case, changes: readonly CaseChange[], { role }: Author): boolean {
  const now = urgencyOf(one)
  if (!isAcute(now)) return false
  if (changes.some(({ kind }) => kind === 'created')) return !now.seen
  const before = urgencyBefore(one, changes)
  return now.seen ? role !== 'doctor' && !isAcute(before) : !isUnseenAcute(before)
}

/** The cases whose alert has waited long enough. */
const dueAlerts = (doc: Y.Doc, now: Timestamp): CaseId[] =>
  ([...metaOf(doc).keys()] as CaseId[]).filter((id) => {
    const alert = readMeta(doc, id)?.alert
    return alert !== undefined && alert.next <= now
  })

/** Takes those alerts one step further. */
export function advanceAlerts(doc: Y.Doc, now: Timestamp): AlertChange[] {
  return dueAlerts(doc, now).flatMap((id) => {
    const one = readSaved(doc, id)
    return one === null ? [] : [goOn(doc, one, now)]
  })
}

type Saved = Case & { readonly meta: CaseMeta }

function readSaved(doc: Y.Doc, id: CaseId): Saved | null {
  const one = readCase(doc, id)
  return one === null || one.meta === null ? null : { ...one, meta: one.meta }
}

/** @param knows who made the case acute, and need not be told of it */
function goOn(doc: Y.Doc, one: Saved, at: Timestamp, knows: UserId | null = null): AlertChange {
  const { alert: before, ...meta } = one.meta
  const requester = requesterOf(one)
  const { step, next } = nextStep(before ?? null, at, {
    holidays: readDaysOff(doc),
    settings: readSettings(doc),
  })
  const isNews = step !== before?.step
  const audience = isNews ? audienceOf(doc, step, requester, at) : []
  const to = step === 'raised' ? audience.filter((id) => id !== knows) : audience
  const since = before?.since ?? at
  const call = whomToCallOf(doc, step, at)
  const told = [...new Set([...(before?.told ?? []), ...to])]
  metaOf(doc).set(one.id, { ...meta, alert: { since, step, next, told, call } })
  return { case: one.id, code: meta.code, requester, since, at, step, next, call, to, ended: null }
}

function end(doc: Y.Doc, one: Saved, { by, at }: Author): AlertChange[] {
  const { alert, ...meta } = one.meta
  if (alert === undefined) return []
  metaOf(doc).set(one.id, meta)
  const requester = requesterOf(one)
  const { since, step, told } = alert
  return [
    {
      ...{ case: one.id, code: meta.code, requester, since, at, step, next: null, call: null },
      to: [...new Set([...told, ...(requester === null ? [] : [requester])])],
      ended: { how: howOf(one), by },
    },
  ]
}

/** Who takes a case has it by then; the doctor is set in the same change. */
function howOf(one: Saved): AlertEnd {
  if (!isSeen(one)) return 'gone'
  return one.doctor.id === one.seen.by && one.doctor.at === one.seen.at ? 'taken' : 'seen'
}

const requesterOf = ({ request, meta }: Saved): UserId | null => request.by ?? meta.createdBy

function urgencyBefore(one: Case, changes: readonly CaseChange[]): Urgency {
  const fields = changes.flatMap((change) =>
    change.kind === 'field' && isFieldName(change.field)
      ? [[change.field, readValue(change.field, change.from)]]
      : [],
  )
  const before = { ...one, ...(Object.fromEntries(fields) as Partial<CaseFields>) }
  return urgencyOf({ ...before, lane: laneOf(before) })
}
