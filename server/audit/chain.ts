import { hash } from 'node:crypto'
import type { BoardId, CaseId, PatientId, UserId } from '../../shared/ids.ts'
import type { AuditAction, AuditEntry, ClientKind } from './entry.ts'
import { plainText, plainValue } from './plain.ts'

/** Each board has a chain of its own; what belongs to no board is in the one without a name. */
export type ChainName = BoardId | ''

/** Where a chain ends: its last row's number and hash. */
export type ChainHead = { readonly number: number; readonly hash: string }

export const EMPTY_CHAIN: ChainHead = { number: 0, hash: '' }

/** One row of the log as it rests. Its hash covers every other column and the row before. */
export type AuditRow = {
  chain: ChainName
  number: number
  time: number
  action: AuditAction
  /** The care unit that the board belonged to. */
  unit: string | null
  user_id: UserId | null
  user_name: string
  user_role: AuditEntry['role']
  client: ClientKind
  case_id: CaseId | null
  patient: PatientId | null
  object: string | null
  /** JSON. */
  before: string | null
  /** JSON. */
  after: string | null
  reason: string
  hash: string
}

/** The row that an entry becomes behind the last one. */
export function nextRow(
  chain: ChainName,
  unit: string | null,
  { number, hash }: ChainHead,
  entry: AuditEntry,
): AuditRow {
  const row = {
    chain,
    number: number + 1,
    time: entry.time,
    action: entry.action,
    unit,
    user_id: entry.user,
    user_name: plainText(entry.name),
    user_role: entry.role,
    client: entry.client,
    case_id: entry.case,
    patient: entry.patient,
    object: entry.object === null ? null : plainText(entry.object),
    before: plainValue(entry.from),
    after: plainValue(entry.to),
    reason: plainText(entry.reason),
  }
  return { ...row, hash: hashOf(hash, row) }
}

/** What a row's hash covers, in this order. */
export const HASHED = [
  'chain',
  'number',
  'time',
  'action',
  'unit',
  'user_id',
  'user_name',
  'user_role',
  'client',
  'case_id',
  'patient',
  'object',
  'before',
  'after',
  'reason',
] as const satisfies (keyof AuditRow)[]

/** SHA-256 over the hash before and a JSON array of the columns, in hexadecimal. */
export function hashOf(previous: string, row: Omit<AuditRow, 'hash'>): string {
  const columns = [previous, ...HASHED.map((column) => row[column])]
  return hash('sha256', JSON.stringify(columns))
}
