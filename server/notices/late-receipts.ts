import type { Case } from '../../shared/case.ts'
import { overdueReceipts, receiptDue } from '../../shared/receipts.ts'
import type { Holidays } from '../../shared/team-hours.ts'
import { READ_NOTICE_DAYS } from '../../shared/notices.ts'
import type { NoticeNews } from '../store/update-log.ts'

/** Long before a notice of it that was read is gone, so that nobody is told of it again. */
const TOLD_WITHIN_MS = (READ_NOTICE_DAYS / 2) * 24 * 3_600_000

/** Tells the responsible pair of a receipt that has fallen overdue of late. */
export const lateReceipts = (
  cases: Iterable<Case>,
  now: number,
  holidays: Holidays,
): NoticeNews[] =>
  overdueReceipts(cases, now, holidays).flatMap(({ id, handback, nurse, doctor, meta }) => {
    const sentAt = handback.sentAt ?? 0
    const at = receiptDue(sentAt, holidays)
    if (now - at > TOLD_WITHIN_MS) return []
    const pair = [...new Set([nurse.id, doctor.id])].filter((person) => person !== null)
    return pair.map((to) => ({
      ...{ to, kind: 'receipt-late' as const, case: id, at },
      ...{ code: meta?.code ?? null, event: String(sentAt), by: null },
    }))
  })
