import { isAcute } from '../../../shared/acute.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import { isReceiptLate } from '../../../shared/receipts.ts'
import type { WallCard } from '../../../shared/wall.ts'
import type { Holidays } from '../../../shared/team-hours.ts'
import { daysBetween } from '../../../shared/team-time.ts'

/** How many of each the wall has room for (ui.md, section 8). */
const ROOM = { inFull: 3, acute: 4, visits: 12, followUps: 8 } as const

/** What a band shows, in order, and what it had no room for. */
export type Band = { readonly shown: readonly WallCard[]; readonly more: readonly WallCard[] }

export type WallLayout = {
  /** What nobody has answered, as many as there is room for in the place of the rest. */
  readonly inFull: readonly WallCard[]
  readonly acute: Band
  readonly visits: Band & { readonly finished: number; readonly total: number }
  readonly followUps: Band & { readonly today: number; readonly late: number }
  readonly incoming: { readonly count: number; readonly oldest: Timestamp | null }
  readonly handback: { readonly count: number; readonly late: number }
}

/** Which case stands where on the wall: each in one band at most. */
export function layoutOf(
  cards: readonly WallCard[],
  now: Timestamp,
  daysOff: Holidays,
): WallLayout {
  const acute = cards.filter(waitsAsAcute).sort(byUnseenThenAge)
  const visits = cards.filter((card) => isVisit(card, now)).sort(byTime)
  const followUps = cards
    .filter((card) => card.lane === 'followup' && !waitsAsAcute(card))
    .sort(byDue)
  const incoming = cards.filter((card) => card.lane === 'incoming')
  const handback = cards.filter((card) => card.lane === 'handback')
  return {
    inFull: acute.filter(({ alert }) => alert !== null).slice(0, ROOM.inFull),
    acute: fit(acute, ROOM.acute),
    visits: {
      ...fit(visits, ROOM.visits, [...visits].sort(byNeed)),
      finished: visits.filter(isFinished).length,
      total: visits.length,
    },
    followUps: {
      ...fit(followUps, ROOM.followUps),
      today: followUps.filter((card) => isToday(card.followUpDue, now)).length,
      late: followUps.filter((card) => isLate(card, now)).length,
    },
    incoming: {
      count: incoming.length,
      oldest: incoming.length > 0 ? Math.min(...incoming.map((card) => card.since)) : null,
    },
    handback: {
      count: handback.length,
      late: handback.filter((card) => isUnanswered(card, now, daysOff)).length,
    },
  }
}

/** Tells cards apart; a code alone can come back on a new case once its first one is closed. */
export const keyOf = (card: WallCard): string => `${card.code} ${card.since}`

export const isUnseen = (card: WallCard): boolean => card.seenAt === null

export const isFinished = (card: WallCard): boolean => card.visitStatus === 'finished'

export const isLate = (card: WallCard, now: Timestamp): boolean =>
  card.followUpDue !== null && card.followUpDue < now

/** Waits as acute; once its visit is finished it shows among the visits. */
const waitsAsAcute = (card: WallCard) =>
  !isFinished(card) && isAcute({ ...card, seen: !isUnseen(card) })

/** The lane of today's visits, and those that were finished today and have gone on from it. */
function isVisit(card: WallCard, now: Timestamp): boolean {
  if (waitsAsAcute(card) || card.lane === 'followup') return false
  if (card.lane === 'today') return true
  return isFinished(card) && isToday(card.visitStatusAt, now)
}

const isToday = (time: Timestamp | null, now: Timestamp) =>
  time !== null && daysBetween(time, now) === 0

const isUnanswered = (
  { handbackSentAt, handbackReceived }: WallCard,
  now: Timestamp,
  daysOff: Holidays,
) => handbackSentAt !== null && !handbackReceived && isReceiptLate(handbackSentAt, now, daysOff)

/** All of them, or all but the least needed and a cell that counts those. */
function fit(cards: readonly WallCard[], room: number, byNeed = cards): Band {
  if (cards.length <= room) return { shown: cards, more: [] }
  const kept = new Set(byNeed.slice(0, room - 1))
  return {
    shown: cards.filter((card) => kept.has(card)),
    more: cards.filter((card) => !kept.has(card)),
  }
}

type Order = (a: WallCard, b: WallCard) => number

const byAge: Order = (a, b) => a.since - b.since || (a.code < b.code ? -1 : 1)
const byUnseenThenAge: Order = (a, b) => Number(isUnseen(b)) - Number(isUnseen(a)) || byAge(a, b)

const visitTime = (card: WallCard) => card.visitStart ?? card.visitStatusAt
const byTime: Order = (a, b) => nullsLast(visitTime(a), visitTime(b)) || byAge(a, b)
const byDue: Order = (a, b) => nullsLast(a.followUpDue, b.followUpDue) || byAge(a, b)

/** What is still to come in order of time, then what is finished, the latest first. */
const byNeed: Order = (a, b) => {
  if (isFinished(a) !== isFinished(b)) return isFinished(a) ? 1 : -1
  return isFinished(a) ? byTime(b, a) : byTime(a, b)
}

const nullsLast = (a: number | null, b: number | null) =>
  a === b ? 0 : (a ?? Infinity) < (b ?? Infinity) ? -1 : 1
