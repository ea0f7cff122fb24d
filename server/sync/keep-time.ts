import type { Timestamp } from '../../shared/clock.ts'
import { dueFollowUps, returnDue } from '../../shared/commands/return-due.ts'
import type { Room } from './room.ts'

/** Does what has fallen due on a board. */
export function keepTime(room: Room, now: Timestamp): void {
  if (room.isFrozen) return // its next epoch's does
  if (dueFollowUps(room.ahead, now).length > 0) room.act((doc) => returnDue(doc, now))
}
