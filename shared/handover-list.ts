import type * as Y from 'yjs'
import { z } from 'zod'
import { byStanding, readPeople, readSettings } from './board-document.ts'
import { readCases } from './read-case.ts'
import { boardSettings } from './board.ts'
import { receiver, type Case, type Receiver } from './case.ts'
import { timestamp, type Timestamp } from './clock.ts'
import { isListed } from './handover.ts'
import type { UserId } from './ids.ts'
import { onPaper, paperCase } from './on-paper.ts'
import type { Person } from './person.ts'

/** What a receiver is told of a case; of a protected identity the code alone. */
const handoverRow = z.strictObject({ ...paperCase.shape, words: z.string() })
export type HandoverRow = Readonly<z.infer<typeof handoverRow>>

/** The list that a team hands over to one receiver at the end of its day. */
export const handoverList = z.strictObject({
  board: z.strictObject({
    ...boardSettings.pick({ team: true, phone: true, hours: true, idleLock: true }).shape,
    name: z.string(),
  }),
  madeAt: timestamp,
  to: receiver,
  rows: z.array(handoverRow),
})
export type HandoverList = Readonly<z.infer<typeof handoverList>>

/** What a list is asked for: to be printed, or to be pasted into another system. */
export const handoverBody = z.strictObject({ to: receiver, for: z.enum(['paper', 'copy']) })
export type HandoverBody = Readonly<z.infer<typeof handoverBody>>

/** The cases that are to be handed over to one receiver, or have been tonight. */
export function handoverListOf(doc: Y.Doc, to: Receiver, now: Timestamp): HandoverList {
  const { name, team, phone, hours, idleLock } = readSettings(doc)
  const people = readPeople(doc)
  const listed = readCases(doc).filter((one) => isListed(one) && one.handover.to === to)
  return {
    board: { name, team, phone, hours, idleLock },
    madeAt: now,
    to,
    rows: listed.sort(byStanding).map((one) => rowOf(one, people)),
  }
}

const rowOf = (one: Case, people: ReadonlyMap<UserId, Person>): HandoverRow => ({
  ...onPaper(one, people),
  words: one.patient.protected ? '' : one.handover.words.trim(),
})
