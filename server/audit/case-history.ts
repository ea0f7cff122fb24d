import { HISTORY_ACTIONS, type CaseHistory, type HistoryLine } from '../../shared/history.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import type { AuditRow } from './chain.ts'

/** The log's rows about one case. */
export interface CaseRows {
  /** Of some actions, newest first, below a number or from the end; fewer than `limit` at the start. */
  ofCase(question: CaseQuestion): Promise<readonly AuditRow[]>
}

export type CaseQuestion = {
  readonly board: BoardId
  readonly case: CaseId
  readonly actions: readonly AuditRow['action'][]
  readonly before: number | null
  readonly limit: number
}

const LINES = 30
const ROWS_AT_ONCE = 200
const MINUTE_MS = 60_000

/**
 * A page of a case's history. Every stroke of somebody who writes in a text is a row of the log;
 * here all of one person's strokes in one text and minute are one line.
 */
export async function readHistory(
  rows: CaseRows,
  board: BoardId,
  id: CaseId,
  before: number | null,
): Promise<CaseHistory> {
  const lines: HistoryLine[] = []
  const question = { board, case: id, actions: HISTORY_ACTIONS, limit: ROWS_AT_ONCE }
  for (;;) {
    const found = await rows.ofCase({ ...question, before })
    for (const row of found) {
      if (!isTold(row, lines)) {
        if (lines.length === LINES) return { lines, before }
        lines.push(lineOf(row))
      }
      before = row.number
    }
    if (found.length < ROWS_AT_ONCE) return { lines, before: null }
  }
}

/** Whether a later line already says that this person wrote in this text in this minute. */
function isTold(row: AuditRow, lines: readonly HistoryLine[]): boolean {
  if (row.action !== 'case-changed' || !row.object?.startsWith('sbar.')) return false
  const minute = minuteOf(row)
  for (const line of lines.toReversed()) {
    if (minuteOf(line) !== minute) return false
    if (line.action === row.action && line.object === row.object && line.user === row.user_id)
      return true
  }
  return false
}

const minuteOf = ({ time }: { time: number }) => Math.floor(time / MINUTE_MS)

const lineOf = (row: AuditRow): HistoryLine => ({
  number: row.number,
  time: row.time,
  user: row.user_id,
  name: row.user_name,
  role: row.user_role,
  action: row.action as HistoryLine['action'],
  object: row.object,
  from: valueOf(row.before),
  to: valueOf(row.after),
  reason: row.reason,
})

const valueOf = (json: string | null) =>
  json === null ? null : (JSON.parse(json) as HistoryLine['from'])
