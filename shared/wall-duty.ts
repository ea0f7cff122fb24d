import type * as Y from 'yjs'
import { z } from 'zod'
import { readDaysOff, readDuty, readPeople, readSettings } from './board-document.ts'
import { boardSettings } from './board.ts'
import { timestamp } from './clock.ts'
import { INITIALS_MAX, role } from './person.ts'
import { wallBoardOf } from './wall.ts'

const { hours, otherHours, outOfHours } = boardSettings.shape

/** What a wall knows of the roster: initials and hours, no names and nobody's number. */
export const wallDuty = z.strictObject({
  shifts: z.array(
    z.strictObject({
      initials: z.string().max(INITIALS_MAX),
      role,
      from: timestamp,
      to: timestamp,
    }),
  ),
  daysOff: z.array(z.string()),
  hours,
  otherHours,
  /** Numbers of services, which may be read by everybody. */
  outOfHours,
})
export type WallDuty = Readonly<z.infer<typeof wallDuty>>

/** What a board's wall may show of who is on duty, and of when the team is off. */
export function wallDutyOf(board: Y.Doc): WallDuty {
  const people = readPeople(board)
  const { hours, otherHours, outOfHours } = readSettings(board)
  return {
    shifts: readDuty(board).map(({ person, role, from, to }) => ({
      ...{ initials: people.get(person)?.initials ?? '?', role, from, to },
    })),
    daysOff: [...readDaysOff(board)],
    ...{ hours, otherHours, outOfHours },
  }
}

/** Null where there is none, as before the first copy has come. */
export const readWallDuty = (doc: Y.Doc): WallDuty | null =>
  wallDuty.safeParse(wallBoardOf(doc).get('duty')).data ?? null
