import { z } from 'zod'
import { clock } from './board.ts'
import { timestamp } from './clock.ts'
import { SHIFT_SOURCES } from './duty.ts'
import { userId } from './ids.ts'
import { PHONE_MAX } from './limits.ts'
import { role } from './person.ts'

const phone = z.string().trim().min(1).max(PHONE_MAX)

/** Somebody's shift on a day; clock times are the team's. */
export const shiftBody = z
  .strictObject({
    from: clock,
    to: clock,
    /** Left out, it is the one they gave last; null for none. */
    phone: phone.nullable().optional(),
  })
  .refine(({ from, to }) => from < to)
export type ShiftBody = Readonly<z.infer<typeof shiftBody>>

/** A row of the roster. */
export const rosterRow = z.strictObject({
  day: z.iso.date(),
  person: userId,
  name: z.string(),
  role,
  from: clock,
  to: clock,
  phone: phone.nullable(),
  source: z.enum(SHIFT_SOURCES),
  /** Who set it last, and when. */
  setBy: userId,
  setAt: timestamp,
})
export type RosterRow = Readonly<z.infer<typeof rosterRow>>
export const rosterRows = z.array(rosterRow)

/** Which days of a roster; the last one is among them. */
export const rosterDays = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until)
