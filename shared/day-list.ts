import type * as Y from 'yjs'
import { z } from 'zod'
import { isAcute, isSeen } from './acute.ts'
import { byStanding, readPeople, readSettings } from './board-document.ts'
import { readCases } from './read-case.ts'
import { boardSettings } from './board.ts'
import { priorityLevel, visitStatusName, type Case } from './case.ts'
import { timestamp, type Timestamp } from './clock.ts'
import type { UserId } from './ids.ts'
import { onPaper, paperCase } from './on-paper.ts'
import type { Person } from './person.ts'
import { dayOf } from './team-time.ts'

const dayListRow = z.strictObject({
  ...paperCase.shape,
  priority: priorityLevel,
  /** Of its visit, its follow-up, or when it came or was sent: what its section is about. */
  time: timestamp.nullable(),
  status: visitStatusName,
})
export type DayListRow = Readonly<z.infer<typeof dayListRow>>

export const DAY_LIST_SECTIONS = ['visits', 'acute', 'incoming', 'followUps', 'handbacks'] as const
export type DayListSection = (typeof DAY_LIST_SECTIONS)[number]

/** What a team needs to go on by paper when the board is gone. */
export const dayList = z.strictObject({
  board: z.strictObject({
    ...boardSettings.pick({ team: true, phone: true, hours: true, labels: true }).shape,
    name: z.string(),
    idleLock: boardSettings.shape.idleLock,
  }),
  madeAt: timestamp,
  sections: z.record(z.enum(DAY_LIST_SECTIONS), z.array(dayListRow)),
})
export type DayList = Readonly<z.infer<typeof dayList>>

/** Every case that the day still needs, each once. */
export function dayListOf(doc: Y.Doc, now: Timestamp): DayList {
  const { name, team, phone, hours, labels, idleLock } = readSettings(doc)
  const people = readPeople(doc)
  const cases = readCases(doc).sort(byStanding)
  const section = (name: DayListSection) =>
    cases
      .filter((one) => sectionOf(one, now) === name)
      .map((one) => rowOf(one, timeIn(name, one), people))
      .sort((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity) || 0)
  const sections = Object.fromEntries(DAY_LIST_SECTIONS.map((name) => [name, section(name)]))
  return {
    board: { name, team, phone, hours, labels, idleLock },
    madeAt: now,
    sections: sections as DayList['sections'],
  }
}

/** The cases that a list shows. */
export const casesOn = ({ sections }: DayList) =>
  DAY_LIST_SECTIONS.flatMap((name) => sections[name].map((row) => row.case))

function sectionOf(one: Case, now: Timestamp): DayListSection | null {
  const { closed, lane, visit, followUp, handback, priority } = one
  if (closed.how !== null) return null
  const isToday = (time: Timestamp | null) => time !== null && dayOf(time) <= dayOf(now)
  if (lane === 'handback') return handback.receivedAt === null ? 'handbacks' : null
  if (lane === 'followup') return isToday(followUp.due ?? visit.start) ? 'followUps' : null
  if (lane === 'today' || isToday(visit.start)) return 'visits'
  const urgency = { lane, priority: priority.level, seen: isSeen(one) }
  return isAcute(urgency) ? 'acute' : 'incoming'
}

function timeIn(section: DayListSection, one: Case): Timestamp | null {
  if (section === 'visits') return one.visit.start
  if (section === 'followUps') return one.followUp.due ?? one.visit.start
  return section === 'handbacks' ? one.handback.sentAt : (one.meta?.createdAt ?? null)
}

const rowOf = (
  one: Case,
  time: Timestamp | null,
  people: ReadonlyMap<UserId, Person>,
): DayListRow => ({
  ...onPaper(one, people),
  priority: one.priority.level,
  time,
  status: one.visitStatus.status,
})
