import type * as Y from 'yjs'
import { caseIds, entryOf, laneOf, readField, readMeta, type CaseEntry } from '../board-document.ts'
import type { Timestamp } from '../clock.ts'
import { returnsAt } from '../follow-up.ts'
import type { CaseId } from '../ids.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { landingRank } from './landing.ts'
import { setField } from './set-field.ts'

const NO_VISIT = {
  status: 'none',
  underway: null,
  arrived: null,
  finished: null,
  by: null,
} as const

/**
 * Brings every follow-up whose time has come back to `today`; a visit that was finished before
 * makes room for the one that is due. It is nobody's decision: each field keeps the time of the
 * one that it follows, so that whoever decided otherwise without knowing of it has it their way.
 */
export function returnDue(doc: Y.Doc, now: Timestamp): Outcome {
  const due = dueFollowUps(doc, now)
  if (due.length === 0) return refused('nothing-changed')
  for (const { id, entry } of due) {
    const visitStatus = readField(entry, 'visitStatus')
    if (visitStatus.status === 'finished') {
      const visit = readField(entry, 'visit')
      setField(entry, 'visit', { ...visit, start: null }, visit.at)
      setField(entry, 'visitStatus', NO_VISIT, visitStatus.at)
    }
    const place = { lane: 'today', rank: landingRank(doc, id, 'today', 'natural') } as const
    setField(entry, 'place', place, readField(entry, 'place').at)
  }
  return done
}

type Due = { readonly id: CaseId; readonly entry: CaseEntry; readonly due: Timestamp }

/** The earliest first. */
export function dueFollowUps(doc: Y.Doc, now: Timestamp): Due[] {
  const due = caseIds(doc).flatMap((id): Due[] => {
    const entry = entryOf(doc, id)
    const meta = readMeta(doc, id)
    if (entry === null || meta === null || !waits(entry)) return []
    const followUp = readField(entry, 'followUp')
    const time = returnsAt(followUp, meta.movedAt)
    return time !== null && time <= now ? [{ id, entry, due: followUp.due ?? time }] : []
  })
  return due.sort((a, b) => a.due - b.due)
}

const waits = (entry: CaseEntry): boolean =>
  laneOf({ place: readField(entry, 'place'), closed: readField(entry, 'closed') }) === 'followup'
