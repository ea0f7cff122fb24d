import type { AlertEnd, AlertStep, WhomToCall } from '../../shared/alerts.ts'
import type { Archived } from '../../shared/archive.ts'
import type { BoardId, CaseId, Epoch, PatientId, UserId } from '../../shared/ids.ts'
import type { NoticeKind } from '../../shared/notices.ts'
import type { Avoided } from '../../shared/rechecks.ts'
import type { Chained } from '../audit/audit-log.ts'
import type { AuditEntry } from '../audit/entry.ts'

/**
 * One board document's updates of one turn, merged by the caller where it can, and what the log
 * says about that turn. A read or a refusal has no updates.
 */
export type Batch = {
  readonly board: BoardId
  readonly epoch: Epoch
  readonly updates: readonly Uint8Array[]
  readonly audit: readonly AuditEntry[]
  /** The Yjs clients that first wrote in this turn. */
  readonly clients?: readonly ClientOwner[]
  /** What it means for the questions that are asked later about closed cases. */
  readonly rechecks?: readonly RecheckNews[]
  /** What became of the alerts of acute cases. */
  readonly alerts?: readonly AlertChange[]
  /** What people are to be told of it. */
  readonly notices?: readonly NoticeNews[]
}

/** A step of an alert, or its end. */
export type AlertChange = {
  readonly case: CaseId
  readonly code: string
  /** Who asked for the doctor. */
  readonly requester: UserId | null
  /** When it began: with the case, what tells it from others. */
  readonly since: number
  readonly at: number
  /** How far it has come. */
  readonly step: AlertStep
  /** When it goes on by itself; null once it has ended. */
  readonly next: number | null
  readonly call: WhomToCall | null
  /** Who is told of this. */
  readonly to: readonly UserId[]
  readonly ended: { readonly how: AlertEnd; readonly by: UserId | null } | null
}

/** Something that a person is told of, once for each event. */
export type NoticeNews = {
  readonly to: UserId
  readonly kind: NoticeKind
  readonly case: CaseId
  readonly code: string | null
  readonly event: string
  readonly by: UserId | null
  readonly at: number
}

/** A case that was closed or reopened; its closing is null where there is nothing to ask. */
export type RecheckNews = { readonly case: CaseId; readonly closing: Closing | null }

/** A closing as avoided care: when, who judged so, and whom it was about. */
export type Closing = {
  readonly at: number
  readonly outcome: Avoided
  readonly judgedBy: UserId | null
  readonly patient: PatientId | null
  readonly code: string
  readonly label: string
  readonly protected: boolean
  readonly nurse: UserId | null
  readonly doctor: UserId | null
}

/** A Yjs client of a document, and the person who writes as it. */
export type ClientOwner = { readonly client: number; readonly owner: UserId }

/** What is on disk of one board's epoch. */
export type Stored = {
  /** The state, as updates in order. */
  readonly updates: readonly Uint8Array[]
  /** The last update's number. */
  readonly seq: number
  readonly clients: readonly ClientOwner[]
}

/** The end of a board's epoch at its update `seq`, and the beginning of the next. */
export type Turn = {
  readonly board: BoardId
  readonly epoch: Epoch
  readonly seq: number
  /** The next epoch's document. */
  readonly snapshot: Uint8Array
  /** The cases that go to the archive. */
  readonly left: readonly Archived[]
  readonly entry: AuditEntry
}

/** Where board documents rest: an append-only log of Yjs updates per board and epoch. */
export interface UpdateLog {
  /** Everything stored, oldest first; no updates and seq 0 for a board without any. */
  load(board: BoardId, epoch: Epoch): Promise<Stored>
  /**
   * Writes all batches, and lines of the log that come with none of them, in one transaction; on
   * return they are on disk. Gives each batch's new seq.
   */
  commit(batches: readonly Batch[], others?: readonly Chained[]): Promise<number[]>
  /** Replaces the log up to `seq` by one snapshot, in one transaction. */
  compact(board: BoardId, epoch: Epoch, seq: number, snapshot: Uint8Array): Promise<void>
  /** The epoch that a board is in. */
  epochOf(board: BoardId): Promise<Epoch>
  /** Begins a board's next epoch, in one transaction; throws when it has gone on meanwhile. */
  rollOver(turn: Turn): Promise<void>
}
