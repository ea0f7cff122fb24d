import * as Y from 'yjs'
import type { Ruling } from '../../shared/ruling.ts'
import type { AuditEntry } from '../audit/entry.ts'
import type { ClientOwner, NoticeNews, RecheckNews } from '../store/update-log.ts'
import type { Member } from './audience.ts'

/** What members are told once it is on disk. */
type Owed = { received: number | null; readonly rulings: Ruling[] }

/** What one room hands over in one turn: what is to be written, and who waits for that. */
export class Cargo {
  readonly updates: Uint8Array[] = []
  readonly audit: AuditEntry[] = []
  readonly clients: ClientOwner[] = []
  readonly rechecks: RecheckNews[] = []
  readonly notices: NoticeNews[] = []
  readonly #owed = new Map<Member, Owed>()
  #owedSince = 0

  get isEmpty(): boolean {
    return this.updates.length === 0 && this.audit.length === 0
  }

  /** What is written beside the updates. */
  get written() {
    const { audit, clients, rechecks, notices } = this
    return { audit, clients, rechecks, notices }
  }

  /** All updates as one; null when there are none. */
  merged(): Uint8Array | null {
    const [first = null, ...others] = this.updates
    return first === null || others.length === 0 ? first : Y.mergeUpdates(this.updates)
  }

  oweReceipt(member: Member, received: number): void {
    this.#owe(member).received = received
  }

  oweRuling(member: Member, ruling: Ruling): void {
    this.#owe(member).rulings.push(ruling)
  }

  forget(member: Member): void {
    this.#owed.delete(member)
  }

  /**
   * Tells everyone what they are owed.
   * @returns how long the first of them has waited, in ms; null when nobody has
   */
  deliver(seq: number): number | null {
    for (const [member, { received, rulings }] of this.#owed) {
      for (const ruling of rulings) member.tell({ type: 'ruling', ...ruling })
      if (received !== null) member.saved(received, seq)
    }
    return this.#owed.size > 0 ? performance.now() - this.#owedSince : null
  }

  #owe(member: Member): Owed {
    if (this.#owed.size === 0) this.#owedSince = performance.now()
    const owed = this.#owed.get(member) ?? { received: null, rulings: [] }
    this.#owed.set(member, owed)
    return owed
  }
}
