import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Chained } from '../audit/audit-log.ts'
import type { Batch, UpdateLog } from '../store/update-log.ts'
import type { SyncMeter } from './meter.ts'

/** What a source hands over: nothing to write when somebody only waits for an answer. */
export type Flight = {
  readonly batch: Batch | null
  /** Lines of the log that come without a change. */
  readonly lines?: readonly Chained[]
  /** Called once this, and everything handed over before it, is on disk. */
  land(seq: number | null): void
}

/** A room, or the audit trail, with something to hand over. */
export interface Source {
  takeOff(): Flight
  /** Called when it threw: one broken room must not keep the others from being saved. */
  abandon(error: unknown): void
}

export type CommitterParts = {
  readonly log: Pick<UpdateLog, 'commit'>
  readonly meter: SyncMeter
  /** Told when commits begin to fail (false) and when they succeed again (true). */
  readonly onSaving: (saving: boolean, error?: unknown) => void
  readonly pause?: (ms: number) => Promise<unknown>
  /** In ms, and never back. */
  readonly now?: () => number
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000

/**
 * Writes what all rooms admitted in one turn of the event loop in one transaction, and while that
 * is under way gathers the next. Nothing is dropped: what fails is tried again until it succeeds.
 */
export class Committer {
  readonly #parts: CommitterParts
  readonly #pause: (ms: number) => Promise<unknown>
  readonly #now: () => number
  /** Who waits, and since when: the first the longest. */
  readonly #sources = new Map<Source, number>()
  #flyingSince: number | null = null
  #running: Promise<void> | null = null
  #saving = true

  constructor(parts: CommitterParts) {
    this.#parts = parts
    this.#now = parts.now ?? (() => performance.now())
    this.#pause = parts.pause ?? ((ms) => pause(ms, undefined, { ref: false }))
  }

  /** False from the first failed commit until the next that succeeds. */
  get saving(): boolean {
    return this.#saving
  }

  request(source: Source): void {
    if (!this.#sources.has(source)) this.#sources.set(source, this.#now())
    this.#running ??= this.#run()
  }

  /** For how long the oldest that is not on disk has waited; 0 when nothing waits. */
  get oldestWaitMs(): number {
    const since = this.#flyingSince ?? this.#sources.values().next().value
    return since === undefined ? 0 : this.#now() - since
  }

  /** Resolves when everything requested is on disk. */
  async flush(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    await nextTurn()
    while (this.#sources.size > 0) {
      const sources = [...this.#sources.keys()]
      this.#flyingSince = this.#sources.values().next().value ?? null
      this.#sources.clear()
      const flights = new Map<Source, Flight>()
      for (const source of sources) guard(source, () => flights.set(source, source.takeOff()))
      const handedOver = [...flights.values()]
      const batches = handedOver.flatMap(({ batch }) => batch ?? [])
      const lines = handedOver.flatMap(({ lines = [] }) => lines)
      const seqs = await this.#write(batches, lines)
      this.#flyingSince = null
      for (const [source, { batch, land }] of flights) {
        const seq = batch === null ? null : (seqs.shift() ?? null)
        guard(source, () => land(seq))
      }
    }
    this.#running = null
  }

  async #write(batches: readonly Batch[], lines: readonly Chained[]): Promise<number[]> {
    if (batches.length === 0 && lines.length === 0) return []
    for (let failures = 0; ; failures++) {
      try {
        const start = performance.now()
        const seqs = await this.#parts.log.commit(batches, lines)
        this.#parts.meter.committed(performance.now() - start)
        this.#tell(true)
        return seqs
      } catch (error) {
        this.#parts.meter.commitFailed()
        this.#tell(false, error)
        await this.#pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS))
      }
    }
  }

  #tell(saving: boolean, error?: unknown): void {
    if (saving === this.#saving) return
    this.#saving = saving
    this.#parts.onSaving(saving, error)
  }
}

function guard(source: Source, task: () => void): void {
  try {
    task()
  } catch (error) {
    source.abandon(error)
  }
}
