import type { Timestamp } from '../../shared/clock.ts'
import { bringBack, overTheNight } from '../../shared/commands/bring-back.ts'
import { dueFollowUps, returnDue } from '../../shared/commands/return-due.ts'
import type { Room } from './room.ts'

/** Does what has fallen due on a board. What comes from the night stands before what is due. */
export function keepTime(room: Room, now: Timestamp): void {
  if (room.isFrozen) return // its next epoch's does
  if (dueFollowUps(room.ahead, now).length > 0) room.act((doc) => returnDue(doc, now))
  if (overTheNight(room.ahead, now).length > 0) room.act((doc) => bringBack(doc, now))
}
