import type * as Y from 'yjs'
import { z } from 'zod'
import { isSeen, waitsSince } from './acute.ts'
import { whomToCall } from './alerts.ts'
import { boardSettings } from './board.ts'
import { priorityLevel, visitStatusName, type Case, type CaseMeta } from './case.ts'
import { timestamp } from './clock.ts'
import type { UserId } from './ids.ts'
import { lane } from './lane.ts'
import { INITIALS_MAX, role, type Person } from './person.ts'

const initials = z.string().max(INITIALS_MAX).nullable()

/** A case as a wall at level 0 may show it: code, place and times; no name, no text. */
export const wallCard = z.strictObject({
  code: z.string(),
  lane,
  priority: priorityLevel,
  /** Empty for a protected identity. */
  area: z.string(),
  protected: z.boolean(),
  nurse: initials,
  doctor: initials,
  /** Since when it waits, on the server's clock. */
  since: timestamp,
  seenAt: timestamp.nullable(),
  visitStart: timestamp.nullable(),
  joint: z.boolean(),
  visitStatus: visitStatusName,
  /** When the visit got that status. */
  visitStatusAt: timestamp.nullable(),
  followUpDue: timestamp.nullable(),
  handbackSentAt: timestamp.nullable(),
  handbackReceived: z.boolean(),
  touchedAt: timestamp,
  /** To be shown in full, with whom to call: nobody has answered its alert. */
  alert: z.strictObject({ call: whomToCall.nullable() }).nullable(),
})
export type WallCard = Readonly<z.infer<typeof wallCard>>

/** What the wall shows about the board and its team. */
export const wallBoard = z.strictObject({
  name: z.string(),
  team: z.string(),
  phone: z.string(),
  /** What the board calls its lanes, where it has names of its own. */
  labels: boardSettings.shape.labels,
  people: z.array(z.strictObject({ initials: z.string(), role })),
})
export type WallBoard = Readonly<z.infer<typeof wallBoard>>

/** Roots of the derived document, the only one that a display's socket carries. */
export const wallCardsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('wallCards')
export const wallBoardOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('wallBoard')

/** Null for a case that no wall shows: unsaved, closed or voided before today is the caller's. */
export function wallCardOf(one: Case, people: ReadonlyMap<UserId, Person>): WallCard | null {
  const { meta, visitStatus } = one
  if (meta === null || one.closed.how === 'voided') return null
  const status = visitStatus.status
  return {
    code: meta.code,
    lane: one.lane,
    priority: one.priority.level,
    area: one.patient.protected ? '' : one.patient.area,
    protected: one.patient.protected,
    nurse: initialsIn(people, one.nurse.id),
    doctor: initialsIn(people, one.doctor.id),
    since: waitsSince(meta),
    seenAt: isSeen(one) ? one.seen.at : null,
    visitStart: one.visit.start,
    joint: one.visit.joint,
    visitStatus: status,
    visitStatusAt: status === 'none' || status === 'planned' ? null : visitStatus[status],
    followUpDue: one.followUp.due,
    handbackSentAt: one.handback.sentAt,
    handbackReceived: one.handback.receivedAt !== null,
    touchedAt: meta.touchedAt,
    alert: alertOf(meta),
  }
}

export function readWallCards(doc: Y.Doc): WallCard[] {
  return [...wallCardsOf(doc).values()].flatMap((value) => wallCard.safeParse(value).data ?? [])
}

export function readWallBoard(doc: Y.Doc): WallBoard | null {
  return wallBoard.safeParse(wallBoardOf(doc).get('board')).data ?? null
}

const alertOf = ({ alert }: CaseMeta): WallCard['alert'] =>
  alert?.step === 'full' ? { call: alert.call } : null

const initialsIn = (people: ReadonlyMap<UserId, Person>, id: UserId | null) =>
  id === null ? null : (people.get(id)?.initials ?? '?')
