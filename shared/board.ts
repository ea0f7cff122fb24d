import { z } from 'zod'
import { LANES } from './lane.ts'
import { CALLEES_MAX, PHONE_MAX, REASON_MAX, SUGGESTIONS_MAX, TASK_MAX } from './limits.ts'

/** What a form offers to choose from; where a board has none of its own, the language's list. */
const suggestions = (max: number) => z.array(z.string().trim().min(1).max(max)).max(SUGGESTIONS_MAX)

const perLane = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(LANES), value)

export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const hours = z
  .strictObject({ opens: clock, closes: clock })
  .refine(({ opens, closes }) => opens < closes)

/** The days of a week, Sunday first, as JavaScript's `getUTCDay` counts them. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export const weekday = z.enum(WEEKDAYS)
export type Weekday = z.infer<typeof weekday>
/** Monday to Friday. */
export const isUsual = (day: Weekday): boolean => day !== 'sat' && day !== 'sun'

/** Somebody to call outside the team's hours. */
const callee = z.strictObject({
  name: z.string().trim().min(1).max(40),
  phone: z.string().trim().min(1).max(PHONE_MAX),
})
export type Callee = Readonly<z.infer<typeof callee>>

/** A board's own settings, kept in the document's `board` root; managers write them. */
export const boardSettings = z.strictObject({
  name: z.string().min(1).max(60),
  team: z.string().max(60),
  /** Whom to call when the board cannot be trusted. */
  phone: z.string().max(40),
  labels: perLane(z.string().min(1).max(30)),
  softLimits: perLane(z.int().positive().max(500)),
  /** After how many minutes untouched a lane's cards look old; else their priority says. */
  staleAfter: perLane(z.int().positive().max(10_080)),
  /** After how many minutes without a touch a person's screen is locked; null for never. */
  idleLock: z.int().positive().max(240).nullable(),
  /** After how many minutes an acute case that no doctor has seen is told once more. */
  alertAfter: z.int().positive().max(120),
  /** When the team works from Monday to Friday, on its own clock. */
  hours,
  /** Days of the week on which it is otherwise; null where the team is off. */
  otherHours: z
    .partialRecord(weekday, hours.nullable())
    .refine((days) => WEEKDAYS.some((day) => (day in days ? days[day] !== null : isUsual(day)))),
  /** Whom to call outside the team's hours; where it is empty, `phone` and the emergency number. */
  outOfHours: z.array(callee).max(CALLEES_MAX),
  reasons: suggestions(REASON_MAX),
  treatments: suggestions(TASK_MAX),
})
export type BoardSettings = Readonly<z.infer<typeof boardSettings>>
export type SettingName = keyof BoardSettings

export const NO_SETTINGS: BoardSettings = {
  name: '',
  team: '',
  phone: '',
  labels: {},
  softLimits: {},
  staleAfter: {},
  idleLock: 30,
  alertAfter: 10,
  hours: { opens: '08:00', closes: '17:00' },
  otherHours: {},
  outOfHours: [],
  reasons: [],
  treatments: [],
}
