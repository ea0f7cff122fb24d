import type { AuditLog, Chained } from '../audit/audit-log.ts'
import type { ChainName } from '../audit/chain.ts'
import type { AuditEntry } from '../audit/entry.ts'
import type { Flight, Source } from './committer.ts'

/** Hands in what the log says of all but changes: whatever comes in one turn is one commit. */
export class AuditTrail implements AuditLog, Source {
  readonly #request: (trail: AuditTrail) => void
  #waiting: Chained[] = []
  #landing = Promise.withResolvers<void>()

  /** @param request asks for a flight at the end of this turn */
  constructor(request: (trail: AuditTrail) => void) {
    this.#request = request
  }

  record(chain: ChainName, entry: AuditEntry): Promise<void> {
    this.#waiting.push({ chain, entry })
    this.#request(this)
    return this.#landing.promise
  }

  takeOff(): Flight {
    const [lines, landing] = [this.#waiting, this.#landing]
    this.#waiting = []
    this.#landing = Promise.withResolvers()
    return { batch: null, lines, land: () => landing.resolve() }
  }

  /** Nothing above throws. */
  abandon(): void {}
}
