import { caseId, patientId, userId } from '../../shared/ids.ts'
import type { AuditLog, Chained } from '../../server/audit/audit-log.ts'
import type { ChainName } from '../../server/audit/chain.ts'
import type { AuditEntry } from '../../server/audit/entry.ts'

export const someCase = caseId.parse('11111111-1111-4111-8111-111111111111')
export const somePatient = patientId.parse('22222222-2222-4222-8222-222222222222')

/** A nurse's move of a case, unless the test says otherwise. */
export const anEntry = (differs: Partial<AuditEntry> = {}): AuditEntry => ({
  action: 'case-changed',
  time: Date.UTC(2026, 0, 5, 8, 0),
  user: userId.parse('karin'),
  name: 'Karin Lindqvist',
  role: 'nurse',
  client: 'web',
  case: someCase,
  patient: somePatient,
  object: 'place',
  from: { lane: 'incoming', rank: 'a0', at: 1 },
  to: { lane: 'acute', rank: 'a0', at: 2 },
  reason: '',
  ...differs,
})

/** Keeps what it is handed, in order. */
export class MemoryAudit implements AuditLog {
  readonly lines: Chained[] = []

  async record(chain: ChainName, entry: AuditEntry): Promise<void> {
    this.lines.push({ chain, entry })
  }
}
