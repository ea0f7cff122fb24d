import { z } from 'zod'
import { timestamp } from './clock.ts'
import { caseId, userId } from './ids.ts'
import { SHORT_TEXT_MAX } from './limits.ts'

export const meetingId = z.uuid().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof meetingId>

/** A board's meeting, under way while it has no end; nobody ended one that was forgotten. */
export const meeting = z.strictObject({
  id: meetingId,
  startedAt: timestamp,
  startedBy: userId,
  endedAt: timestamp.nullable(),
  endedBy: userId.nullable(),
})
export type Meeting = Readonly<z.infer<typeof meeting>>

export const meetingList = z.strictObject({
  running: meeting.nullable(),
  /** Those that are over, the latest first. */
  earlier: z.array(meeting),
})
export type MeetingList = Readonly<z.infer<typeof meetingList>>

/** The meeting that one is in now, and since when things are news at it: null means ever. */
export const enteredMeeting = z.strictObject({
  meeting,
  since: timestamp.nullable(),
  /** What one has noted at it oneself so far. */
  notes: z.array(z.strictObject({ case: caseId, note: z.string() })),
})
export type EnteredMeeting = Readonly<z.infer<typeof enteredMeeting>>

/** Somebody's word on a case; without a note only that something was agreed. */
export const agreement = z.strictObject({ note: z.string().trim().max(SHORT_TEXT_MAX).optional() })
export type Agreement = z.infer<typeof agreement>

/** What was agreed about a case: what the board said when the meeting ended, and what people noted. */
export const minutesCase = z.strictObject({
  case: caseId,
  code: z.string(),
  nurse: userId.nullable(),
  doctor: userId.nullable(),
  visit: timestamp.nullable(),
  followUp: timestamp.nullable(),
  words: z.array(
    z.strictObject({
      by: userId,
      at: timestamp,
      /** Empty where nothing was noted; null of a protected identity that is not the reader's. */
      note: z.string().nullable(),
    }),
  ),
})
export type MinutesCase = Readonly<z.infer<typeof minutesCase>>

export const minutes = z.strictObject({ meeting, cases: z.array(minutesCase) })
export type Minutes = Readonly<z.infer<typeof minutes>>
