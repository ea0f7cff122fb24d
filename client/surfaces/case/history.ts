import type { BoardSettings } from '../../../shared/board.ts'
import type { Case, CaseMeta, VisitStatus } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { UserId } from '../../../shared/ids.ts'
import { m } from '../../i18n/paraglide/messages.js'
import {
  consentWords,
  laneName,
  outcomeWords,
  priorityWords,
  visitWords,
} from '../../i18n/words.ts'

export type Happening = { at: Timestamp; by: UserId | null; text: string }

/** What the document itself still knows of a case's way, latest first. */
export function historyOf(one: Case, settings: BoardSettings): Happening[] {
  const happenings: (Happening | null)[] = [
    ...fromMeta(one, settings),
    ...fromJudgements(one),
    ...fromVisit(one),
    ...fromRecords(one),
    ...fromEnd(one),
  ]
  return happenings.filter((one): one is Happening => one !== null).sort((a, b) => b.at - a.at)
}

function fromMeta(one: Case, settings: BoardSettings): (Happening | null)[] {
  const { meta } = one
  if (meta === null) return []
  return [
    { at: meta.createdAt, by: meta.createdBy, text: m.history_created() },
    moveOf(one, meta, laneName(one.place.lane, settings)),
  ]
}

/** The server also counts closing and reopening as moves; who made the last real one is then lost. */
function moveOf({ place, closed }: Case, meta: CaseMeta, lane: string): Happening | null {
  const isMoved = meta.movedAt > meta.createdAt && place.at > meta.createdAt
  if (!isMoved || place.at === closed.at) return null
  const isLast = place.at > closed.at || meta.movedAt < closed.at
  const move = isLast ? { at: meta.movedAt, by: meta.movedBy } : { at: place.at, by: null }
  return { ...move, text: m.history_moved({ lane }) }
}

/** What was set together with the case is part of its creation, and acute goes with its lane. */
function fromJudgements(one: Case): (Happening | null)[] {
  const { meta, place, priority, seen, doctor, consent, vitals } = one
  const later = (at: Timestamp) => meta !== null && at > meta.createdAt
  const priorityWord = priorityWords[priority.level]()
  const sameTap = doctor.id !== null && doctor.id === seen.by && doctor.at === seen.at
  return [
    later(priority.at) && priority.at !== place.at
      ? { ...priority, text: m.history_priority({ priority: priorityWord }) }
      : null,
    seen.by ? { ...seen, text: sameTap ? m.history_seen_and_taken() : m.history_seen() } : null,
    later(consent.at) ? { ...consent, text: consentWords[consent.state]() } : null,
    vitals.by ? { ...vitals, text: m.history_vitals() } : null,
  ]
}

/** Only who took the latest step is known. */
function fromVisit({ visitStatus }: Case): (Happening | null)[] {
  const step = (status: Exclude<VisitStatus, 'none' | 'planned'>): Happening | null => {
    const at = visitStatus[status]
    const by = visitStatus.status === status ? visitStatus.by : null
    return at === null ? null : { at, by, text: visitWords[status]() }
  }
  return [step('underway'), step('arrived'), step('finished')]
}

function fromRecords(one: Case): (Happening | null)[] {
  const { documentedRegion: region, documentedMunicipality: municipality, handback } = one
  return [
    region.by ? { ...region, text: m.history_documented_region() } : null,
    municipality.by ? { ...municipality, text: m.history_documented_municipality() } : null,
    handback.sentAt === null
      ? null
      : { at: handback.sentAt, by: handback.sentBy, text: m.history_handed_back() },
    handback.receivedAt === null
      ? null
      : { at: handback.receivedAt, by: handback.receivedBy, text: m.history_acknowledged() },
  ]
}

function fromEnd({ closed, outcome }: Case): (Happening | null)[] {
  if (closed.how === 'voided')
    return [{ ...closed, text: m.history_voided({ reason: closed.reason }) }]
  if (closed.how === 'closed') {
    const word = outcome.value === null ? '' : outcomeWords[outcome.value]()
    return [{ ...closed, text: m.history_closed({ outcome: word }) }]
  }
  return [closed.by === null ? null : { ...closed, text: m.history_reopened() }]
}
