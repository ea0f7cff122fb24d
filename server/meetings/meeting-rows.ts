import type { Case } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Meeting, MeetingId } from '../../shared/meeting-api.ts'
import type { Database, Schema } from '../store/schema.ts'

type MeetingRow = Schema['meetings']
type MinutesRow = Schema['minutes']

const meetingOf = (row: MeetingRow): Meeting => ({
  id: row.id,
  startedAt: row.started_at,
  startedBy: row.started_by,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
})

export async function runningMeeting(on: Database, board: BoardId): Promise<Meeting | null> {
  const row = await on
    .selectFrom('meetings')
    .selectAll()
    .where('board', '=', board)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? meetingOf(row) : null
}

/** Those that are over, the latest first. */
export async function earlierMeetings(
  on: Database,
  board: BoardId,
  limit: number,
): Promise<Meeting[]> {
  const rows = await on
    .selectFrom('meetings')
    .selectAll()
    .where('board', '=', board)
    .where('ended_at', 'is not', null)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(meetingOf)
}

export async function meetingNamed(
  on: Database,
  board: BoardId,
  id: MeetingId,
): Promise<Meeting | null> {
  const row = await on
    .selectFrom('meetings')
    .selectAll()
    .where('board', '=', board)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? meetingOf(row) : null
}

/** When a meeting last gave a sign of life: its last word, else its start. */
export async function lastSignOf(on: Database, { id, startedAt }: Meeting): Promise<Timestamp> {
  const row = await on
    .selectFrom('minutes')
    .select((of) => of.fn.max('written_at').as('last'))
    .where('meeting', '=', id)
    .executeTakeFirst()
  return row?.last ?? startedAt
}

/** What the board says of a case just now, as minutes keep it. */
export const standingOf = (
  one: Case,
): Pick<MinutesRow, 'code' | 'nurse' | 'doctor' | 'visit' | 'follow_up'> => ({
  code: one.meta?.code ?? '',
  nurse: one.nurse.id,
  doctor: one.doctor.id,
  visit: one.visitStatus.status === 'finished' ? null : one.visit.start,
  follow_up: one.followUp.due,
})
