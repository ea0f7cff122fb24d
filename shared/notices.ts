import { z } from 'zod'
import { timestamp } from './clock.ts'
import { boardId, caseId, userId } from './ids.ts'

/** What a person is told of that others did, or that has fallen due. Each can be switched off. */
export const NOTICE_KINDS = ['mention', 'handed', 'superseded', 'receipt-late', 'clash'] as const
export const noticeKind = z.enum(NOTICE_KINDS)
export type NoticeKind = z.infer<typeof noticeKind>

/** A line of somebody's inbox. It names a case by its code: the words come from its board. */
export const notice = z.strictObject({
  /** Grows with each of a person's notices: what comes after one is newer. */
  number: z.int().positive(),
  board: boardId,
  case: caseId,
  code: z.string().nullable(),
  kind: noticeKind,
  /** Who caused it; null is the clock, or somebody whom the server does not remember. */
  by: z.strictObject({ id: userId, name: z.string() }).nullable(),
  at: timestamp,
  readAt: timestamp.nullable(),
})
export type Notice = Readonly<z.infer<typeof notice>>

/** What came after a number, the newest first, and how many of all are unread. */
export const noticePage = z.strictObject({
  notices: z.array(notice),
  unread: z.int().min(0),
})
export type NoticePage = Readonly<z.infer<typeof noticePage>>

/** Which notices have been read: all up to a number, or those of one case. */
export const noticesReadBody = z.union([
  z.strictObject({ upTo: z.int().min(0) }),
  z.strictObject({ board: boardId, case: caseId }),
])
export type NoticesRead = Readonly<z.infer<typeof noticesReadBody>>

/** The kinds that a person wants to hear nothing of. */
export const noticeSettings = z.strictObject({ muted: z.array(noticeKind) })
export type NoticeSettings = Readonly<z.infer<typeof noticeSettings>>

/** How long a notice that was read stays. */
export const READ_NOTICE_DAYS = 14
/** More than this are not listed. */
export const NOTICES_MAX = 100
