import { z } from 'zod'
import { timestamp } from './clock.ts'
import { boardId, caseId, userId } from './ids.ts'

/**
 * How far an alert has come: told to the doctors on duty, told once more to more of them, shown in
 * full on the wall while who asked is told to phone; outside the team's hours it rests.
 */
const alertStep = z.enum(['resting', 'raised', 'again', 'full'])
export type AlertStep = z.infer<typeof alertStep>

/** Whom to call: a doctor by name, or nobody in particular. */
export const whomToCall = z.strictObject({ name: z.string().nullable(), phone: z.string() })
export type WhomToCall = Readonly<z.infer<typeof whomToCall>>

/** An alert that nobody has answered, as the server keeps it on its case. */
export const runningAlert = z.strictObject({
  /** When the case became acute, on the server's clock. */
  since: timestamp,
  step: alertStep,
  /** When it goes on by itself. */
  next: timestamp,
  /** Who has been told so far. */
  told: z.array(userId),
  call: whomToCall.nullable(),
})
export type RunningAlert = Readonly<z.infer<typeof runningAlert>>

/** What ended one: a doctor has seen the case, or taken it, or it waits no longer. */
const alertEnd = z.enum(['seen', 'taken', 'gone'])
export type AlertEnd = z.infer<typeof alertEnd>

/** An alert as one person is told of it. It has no content of the case but its code. */
export const alert = z.strictObject({
  /** The cursor of the newest thing about it that concerns them. */
  event: z.int().positive(),
  board: boardId,
  boardName: z.string(),
  case: caseId,
  code: z.string(),
  since: timestamp,
  step: alertStep,
  /** Whether they asked for the doctor; else they are the one who is asked. */
  asked: z.boolean(),
  call: whomToCall.nullable(),
  /** Whether a device that has not shown it yet may make a sound: never outside the team's hours. */
  sounds: z.boolean(),
  ended: z.strictObject({ how: alertEnd, by: z.string().nullable(), at: timestamp }).nullable(),
})
export type Alert = Readonly<z.infer<typeof alert>>

export const alertCursor = z.coerce.number().int().min(0)
/** What runs, and what has ended after the cursor that was asked with; and the cursor to ask with next. */
export const alertNews = z.strictObject({ cursor: z.int().min(0), alerts: z.array(alert) })
export type AlertNews = Readonly<z.infer<typeof alertNews>>
