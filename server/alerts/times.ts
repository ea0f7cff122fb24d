import type * as Y from 'yjs'
import { readSettings } from '../../shared/board-document.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Holidays } from '../../shared/team-hours.ts'
import type { AlertTimes } from './step.ts'

/** The days about a moment on which nobody works. */
export type HolidaysAt = (at: Timestamp) => Holidays

/** What a board's alerts go by at a moment. */
export const timesOf = (doc: Y.Doc, at: Timestamp, holidaysAt: HolidaysAt): AlertTimes => ({
  holidays: holidaysAt(at),
  settings: readSettings(doc),
})

/** What boards need of the world to keep their alerts. */
export type Alerting = {
  readonly holidaysAt: HolidaysAt
  /** Tells people of what is on disk. */
  readonly ring: (people: readonly UserId[]) => void
}

/** For boards that ring nobody, on which every weekday is worked. */
export const QUIET: Alerting = { holidaysAt: () => new Set(), ring: () => {} }
