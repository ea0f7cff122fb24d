import type { Kysely } from 'kysely'
import type { AlertEnd, AlertStep } from '../../shared/alerts.ts'
import type { OutcomeName } from '../../shared/case.ts'
import type { ShiftSource } from '../../shared/duty.ts'
import type { BoardId, CaseId, Epoch, PatientId, UserId } from '../../shared/ids.ts'
import type { MeetingId } from '../../shared/meeting-api.ts'
import type { NoticeKind } from '../../shared/notices.ts'
import type { IdentityNumber } from '../../shared/identity-number.ts'
import type { Provider } from '../../shared/patient.ts'
import type { Role } from '../../shared/person.ts'
import type { Avoided, RecheckAnswer, RecheckDays } from '../../shared/rechecks.ts'
import type { AuditRow, ChainHead, ChainName } from '../audit/chain.ts'

/** The SQL tables. Times are milliseconds since 1970; flags are 0 or 1, as SQLite has no boolean. */
export type Schema = {
  boards: { id: BoardId; name: string; team: string; phone: string; epoch: Epoch }
  accounts: {
    id: UserId
    name: string
    initials: string
    role: Role
    password_hash: string
    demo: 0 | 1
  }
  /** `place` orders a person's boards: 0 is the one that they start on. */
  memberships: { board: BoardId; account: UserId; place: number }
  sessions: {
    /** A hash of what the browser holds. */
    id: string
    /** Exactly one of these two is set: whose session it is. */
    account: UserId | null
    display: BoardId | null
    created_at: number
    used_at: number
    /** When somebody ended it; it is never used again. */
    revoked_at: number | null
    /** Since when it waits for its person's password. */
    locked_at: number | null
  }
  /** One document per board and epoch, and the seq of its last update. */
  documents: { board: BoardId; epoch: Epoch; seq: number }
  updates: { board: BoardId; epoch: Epoch; seq: number; bytes: Uint8Array; committed_at: number }
  /** The document as it was at `seq`: stands for every update up to it. */
  snapshots: { board: BoardId; epoch: Epoch; seq: number; bytes: Uint8Array }
  document_clients: { board: BoardId; epoch: Epoch; client: number; user_id: UserId }
  /** What closed cases that have left their board are found by. */
  archive: {
    board: BoardId
    case_id: CaseId
    /** The last one that it was on the board in. */
    epoch: Epoch
    code: string | null
    label: string
    birth_year: number | null
    patient: PatientId | null
    protected: 0 | 1
    nurse: UserId | null
    doctor: UserId | null
    how: 'closed' | 'voided'
    outcome: OutcomeName | null
    closed_at: number
    closed_by: UserId | null
    /** The name of who closed it, as it was then. */
    closer: string | null
    /** Folded, each after a space: those that everybody may find it by, and those that its pair may. */
    words: string
    pair_words: string
  }
  /** JSON, as `archived` in shared/archive. */
  archived_cases: { board: BoardId; case_id: CaseId; content: string }
  /** What is asked after a case was closed as avoided care; the case itself leaves the board. */
  rechecks: {
    id: string
    board: BoardId
    case_id: CaseId
    closed_at: number
    days: RecheckDays
    due_at: number
    outcome: Avoided
    judged_by: UserId | null
    /** Who it was about, as it stood on the board. */
    patient: PatientId | null
    code: string
    label: string
    protected: 0 | 1
    nurse: UserId | null
    doctor: UserId | null
    /** Null while nobody has answered. */
    answer: RecheckAnswer | null
    answered_by: UserId | null
    answered_at: number | null
  }
  /** The alert of an acute case; one that has not ended goes on by itself. */
  alerts: {
    board: BoardId
    case_id: CaseId
    since: number
    code: string
    requester: UserId | null
    step: AlertStep
    next_at: number | null
    call_name: string | null
    call_phone: string | null
    ended_at: number | null
    ended_by: UserId | null
    how: AlertEnd | null
  }
  /** What was told of an alert to whom, in the order in which it came to be. */
  alert_events: {
    cursor: number
    board: BoardId
    case_id: CaseId
    since: number
    at: number
    step: AlertStep | 'ended'
    person: UserId
  }
  /** The patient register. `words` is what a search by name compares with; lists are JSON. */
  patients: {
    id: PatientId
    number: string | null
    number_kind: IdentityNumber['kind'] | null
    given_name: string
    family_name: string
    words: string
    birth_date: string | null
    street: string
    area: string
    phone: string
    relatives: string
    notes: string
    health_centre: string
    provider: Provider
    protected: 0 | 1
    /** Counts the changes, so that none is made without knowing the one before. */
    version: number
  }
  /** Which boards a patient belongs to; days are ISO dates, the last one null while it is open. */
  enrolments: { patient: PatientId; board: BoardId; from_day: string; until_day: string | null }
  /** Who is on duty: one shift for a person and a day. Clock times are the team's, "HH:MM". */
  duty: {
    board: BoardId
    /** ISO date. */
    day: string
    account: UserId
    from_clock: string
    to_clock: string
    phone: string | null
    source: ShiftSource
    set_by: UserId
    set_at: number
  }
  /** Nothing here is ever changed or removed: the database refuses. */
  audit: AuditRow
  /** Each chain's last row, so that one that is missing from the end is missed. */
  audit_heads: { chain: ChainName } & ChainHead
  /** At most one of a board has no end. */
  meetings: {
    id: MeetingId
    board: BoardId
    started_at: number
    started_by: UserId
    ended_at: number | null
    /** Null also where nobody ended it. */
    ended_by: UserId | null
  }
  /** What each person noted of a case, beside what the board said of it when the meeting ended. */
  minutes: {
    meeting: MeetingId
    case_id: CaseId
    written_by: UserId
    written_at: number
    note: string
    code: string
    nurse: UserId | null
    doctor: UserId | null
    visit: number | null
    follow_up: number | null
  }
  /** Whose notices have been numbered how far, and the kinds that they want none of, in one line. */
  inboxes: { person: UserId; last: number; muted: string }
  notices: {
    person: UserId
    number: number
    board: BoardId
    case_id: CaseId
    code: string | null
    kind: NoticeKind
    /** What of that kind it was: a person is told of it once. */
    event: string
    caused_by: UserId | null
    at: number
    read_at: number | null
  }
  /** Where a session's device is woken. */
  push_subscriptions: { session: string; endpoint: string; p256dh: string; auth: string }
}

export type Database = Kysely<Schema>
export type DatabaseKind = 'sqlite' | 'postgres'
