import type { ChainName } from './chain.ts'
import type { AuditEntry } from './entry.ts'

/** An entry and the chain that it belongs to. */
export type Chained = { readonly chain: ChainName; readonly entry: AuditEntry }

/** Takes what the log is to say of reads, and of comings and goings: of all but changes. */
export interface AuditLog {
  /** Resolves once it is on disk; only then may happen what it tells of. */
  record(chain: ChainName, entry: AuditEntry): Promise<void>
}
