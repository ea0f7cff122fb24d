import type { BoardSettings } from '../../shared/board.ts'
import type { BoardId, UserId } from '../../shared/ids.ts'
import type { Gate } from '../identity/gate.ts'
import type { Log } from '../log.ts'
import type { AlertChange, UpdateLog } from '../store/update-log.ts'
import type { DutyOf } from './load-board.ts'
import type { SyncMeter } from './meter.ts'
import type { BornAlike } from './write-births.ts'

/** What the documents' server is built from, and whom it tells of what. */
export type SyncParts = {
  readonly store: UpdateLog
  readonly gate: Gate
  readonly publicUrl: URL | null
  readonly build: string
  readonly log: Log
  readonly meter: SyncMeter
  /** Told when commits begin to fail and when they succeed again. */
  readonly onSaving?: (saving: boolean) => void
  /** Told what a board's settings are: when it opens, and when they change. */
  readonly onSettings?: (board: BoardId, settings: BoardSettings) => void
  /** Told who has been sent notices, once these are on disk. */
  readonly onNotices?: (people: readonly UserId[]) => void
  /** Told what became of alerts, once it is on disk. */
  readonly onAlerts?: (changes: readonly AlertChange[]) => void
  /** Who of the register's patients were born the same day. */
  readonly bornAlike?: BornAlike
  /** What a board's roster is today and tomorrow. */
  readonly dutyOf?: DutyOf
  readonly now?: () => number
  /** Runs a task after so many ms. */
  readonly after?: (ms: number, task: () => void) => void
}
