import type { CaseChange } from '../../shared/changes.ts'
import type { AlertChange, NoticeNews } from '../store/update-log.ts'

/** What a room has to tell beyond its members, once it is on disk. */
export type News = {
  readonly alerts: readonly AlertChange[]
  readonly notices: readonly NoticeNews[]
  /** Whether a case has come or gone, or is another patient's. */
  readonly patients: boolean
}

export const concernsPatients = (change: CaseChange): boolean =>
  change.kind === 'created' ||
  (change.kind === 'field' && (change.field === 'patient' || change.field === 'closed'))
