import type { Timestamp } from '../../shared/clock.ts'
import type { CaseId, PatientId, UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'

/** What can be done that the log keeps: changes, attempts at them, reads, and comings and goings. */
export type AuditAction =
  | 'case-created'
  | 'case-changed'
  /** A change that a newer one, made without its knowing, has overruled. */
  | 'change-superseded'
  | 'change-refused'
  | 'settings-changed'
  /** A new epoch was begun; what had ended went to the archive. */
  | 'board-rolled-over'
  | 'board-opened'
  /** Kept on somebody's device for work without a network. */
  | 'board-taken-offline'
  | 'day-list-printed'
  /** By the server, sealed, for when it is gone. */
  | 'day-list-copied'
  /** The list for evening and night care or the on-call car, to be told them. */
  | 'handover-printed'
  | 'handover-copied'
  | 'case-opened'
  /** Further back in a case's history than its opening showed. */
  | 'history-read'
  | 'archive-searched'
  | 'archived-case-read'
  | 'meeting-started'
  /** Taken part in by somebody else than who started it. */
  | 'meeting-joined'
  | 'meeting-ended'
  | 'minutes-written'
  | 'minutes-read'
  /** Its words taken elsewhere. */
  | 'case-copied'
  /** The questions that are due about closed cases, with whom they are about. */
  | 'rechecks-read'
  /** An answer to one of them, or one that is taken back. */
  | 'recheck-answered'
  /** Somebody's hours on the roster: set, moved or taken away. */
  | 'duty-changed'
  /** A search in the patient register; the line says whom it found. */
  | 'patients-searched'
  | 'patient-opened'
  /** The whole identity number was shown. */
  | 'patient-number-shown'
  | 'patient-enrolled'
  | 'patient-changed'
  | 'patient-imported'
  /** A file was tried, and nothing of it taken. */
  | 'import-checked'
  | 'wall-opened'
  | 'display-created'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'session-revoked'
  | 'session-locked'
  | 'session-unlocked'

/** Who did something, when, and through what. */
export type Doer = Pick<AuditEntry, 'time' | 'user' | 'name' | 'role' | 'client'>

/** Through what it was done: our own page, another Yjs client, a wall, or nobody's hand at all. */
export type ClientKind = 'web' | 'stock' | 'display' | 'server'

/** One line of the log as those who do things know it; the store adds its care unit and number. */
export type AuditEntry = {
  readonly action: AuditAction
  /** On the server's clock. */
  readonly time: Timestamp
  readonly user: UserId | null
  /** The user's name at the time; for a failed sign-in nothing. */
  readonly name: string
  readonly role: Role | 'display' | null
  readonly client: ClientKind
  readonly case: CaseId | null
  /** The case's `patient.ref` at the time. */
  readonly patient: PatientId | null
  /** What of it: a field's name, `sbar.situation`, `task`, `comment`, `board.labels`. */
  readonly object: string | null
  /** Values as the document has them; what JSON cannot carry is described. */
  readonly from: unknown
  readonly to: unknown
  readonly reason: string
}

/** What a line says that is about no case, and about nothing but that it was done. */
export const ABOUT_NOTHING = {
  case: null,
  patient: null,
  object: null,
  from: null,
  to: null,
  reason: '',
} as const satisfies Omit<AuditEntry, keyof Doer | 'action'>
