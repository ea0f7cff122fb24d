import type { Deed } from '../deeds.ts'
import type { Member } from '../member.ts'
import type { Carried } from './find.ts'

/**
 * At what o'clock who does what, and on which case where it is about one: its code stands for "…",
 * or at the end.
 */
export type Beat = readonly [
  clock: string,
  by: Member,
  says: string,
  on?: Role,
  deed?: Deed,
  /** A card that is dragged is held for a moment first. */
  isDrag?: 'drag',
]

/** A part in the day's story that one case plays. */
export type Role = Carried | 'first' | 'acute' | 'second' | 'midday' | 'third' | 'duplicate'
