import { z } from 'zod'

/** The board's lanes from left to right; ids are fixed, labels are the language's or the board's. */
export const LANES = ['incoming', 'acute', 'today', 'followup', 'handback', 'done'] as const
export const lane = z.enum(LANES)
export type Lane = z.infer<typeof lane>

/** Lanes that a case can be moved to; `done` is reached by closing. */
export const OPEN_LANES = LANES.filter((id) => id !== 'done')
export type OpenLane = (typeof OPEN_LANES)[number]
