import * as Y from 'yjs'
import type { Ruling } from '../../shared/ruling.ts'
import type { AuditEntry } from '../audit/entry.ts'
import type {
  AlertChange,
  Batch,
  ClientOwner,
  NoticeNews,
  RecheckNews,
} from '../store/update-log.ts'
import type { Author } from './admission/author.ts'
import { entriesOf } from './admission/entries.ts'
import type { Member } from './audience.ts'
import { concernsPatients, type News } from './news.ts'
import { noticeNews } from './notice-news.ts'
import { recheckNews } from './recheck-news.ts'
import type { Admission, Written } from './shadow.ts'

/** What members are told once it is on disk. */
type Owed = { received: number | null; readonly rulings: Ruling[] }

/** What one room hands over in one turn: what is to be written, and who waits for that. */
export class Cargo {
  readonly updates: Uint8Array[] = []
  readonly audit: AuditEntry[] = []
  readonly #alerts: AlertChange[] = []
  readonly #notices: NoticeNews[] = []
  readonly #clients: ClientOwner[] = []
  readonly #rechecks: RecheckNews[] = []
  #isOfPatients = false
  readonly #owed = new Map<Member, Owed>()
  #owedSince = 0

  get isEmpty(): boolean {
    return this.updates.length === 0 && this.audit.length === 0
  }

  /** @param doc with what was admitted */
  take(admission: Admission, author: Author, doc: Y.Doc): void {
    this.audit.push(...entriesOf(admission, author, doc))
    if (admission.kind !== 'admitted') return
    this.updates.push(...admission.updates)
    this.#clients.push(...admission.clients)
    this.#rechecks.push(...recheckNews(doc, admission.changes))
    this.#notices.push(...noticeNews(doc, admission, author))
    this.#isOfPatients ||= admission.changes.some(concernsPatients)
  }

  /** What the server wrote of its alerts, and what that means. */
  alert({ result, updates }: Written<readonly AlertChange[]>): void {
    this.updates.push(...updates)
    this.#alerts.push(...result)
  }

  /**
   * What is to be written in one transaction.
   * @param update all updates as one
   */
  batch(update: Uint8Array | null): Omit<Batch, 'board' | 'epoch'> {
    const updates = update === null ? [] : [update]
    const [clients, rechecks] = [this.#clients, this.#rechecks]
    const [alerts, notices] = [this.#alerts, this.#notices]
    return { updates, audit: this.audit, clients, rechecks, alerts, notices }
  }

  /** What is told of it beyond the room, once it is on disk. */
  get news(): News {
    return { alerts: this.#alerts, notices: this.#notices, patients: this.#isOfPatients }
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
