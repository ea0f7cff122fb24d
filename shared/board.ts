import { z } from 'zod'
import { LANES } from './lane.ts'
import { REASON_MAX, SUGGESTIONS_MAX, TASK_MAX } from './limits.ts'

/** What a form offers to choose from; where a board has none of its own, the language's list. */
const suggestions = (max: number) => z.array(z.string().trim().min(1).max(max)).max(SUGGESTIONS_MAX)

const perLane = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(LANES), value)

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A board's own settings, kept in the document's `board` root; managers write them. */
export const boardSettings = z.strictObject({
  name: z.string().min(1).max(60),
  team: z.string().max(60),
  /** Whom to call when the board cannot be trusted, and outside the team's hours. */
  phone: z.string().max(40),
  labels: perLane(z.string().min(1).max(30)),
  softLimits: perLane(z.int().positive().max(500)),
  /** After how many minutes untouched a lane's cards look old; else their priority says. */
  staleAfter: perLane(z.int().positive().max(10_080)),
  /** After how many minutes without a touch a person's screen is locked; null for never. */
  idleLock: z.int().positive().max(240).nullable(),
  /** After how many minutes an acute case that no doctor has seen is told once more. */
  alertAfter: z.int().positive().max(120),
  /** When the team works on weekdays, on its own clock. */
  hours: z
    .strictObject({ opens: clock, closes: clock })
    .refine(({ opens, closes }) => opens < closes),
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
  reasons: [],
  treatments: [],
}
