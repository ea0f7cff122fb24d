import type * as Y from 'yjs'
import {
  byStanding,
  caseIds,
  entryOf,
  readDaysOff,
  readField,
  readLane,
  readSettings,
  type CaseEntry,
  type Standing,
} from '../board-document.ts'
import type { Timestamp } from '../clock.ts'
import { comesBackAt } from '../handover.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { landingRank } from './landing.ts'
import { setField } from './set-field.ts'

/**
 * Puts what the night has had first in its lane, in the order in which it stood there. It is
 * nobody's decision: each field keeps the time of the one that it follows.
 */
export function bringBack(doc: Y.Doc, now: Timestamp): Outcome {
  const back = overTheNight(doc, now)
  if (back.length === 0) return refused('nothing-changed')
  for (const { id, place, entry } of back) {
    const { lane, at } = place
    const first = readLane(doc, lane)[0]?.id ?? null
    setField(entry, 'place', { lane, rank: landingRank(doc, id, lane, first) }, at)
    const handedOver = readField(entry, 'handedOver')
    setField(entry, 'handedOver', { ...handedOver, backAt: now }, handedOver.at)
  }
  return done
}

type Over = Standing & { readonly entry: CaseEntry }

/** What the team is to have back by now; the last of a lane first. */
export function overTheNight(doc: Y.Doc, now: Timestamp): Over[] {
  const daysOff = readDaysOff(doc)
  const settings = readSettings(doc)
  const over = caseIds(doc).flatMap((id): Over[] => {
    const entry = entryOf(doc, id)
    if (entry === null) return []
    const { sentAt, backAt } = readField(entry, 'handedOver')
    const closed = readField(entry, 'closed')
    const isOut = sentAt !== null && backAt === null && closed.how === null
    if (!isOut || comesBackAt(sentAt, daysOff, settings) > now) return []
    return [{ id, entry, closed, place: readField(entry, 'place') }]
  })
  return over.sort((a, b) => byStanding(b, a))
}
