import { createContext } from 'svelte'
import { z } from 'zod'
import type { Alert } from '../../shared/alerts.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Api } from '../net/api.ts'
import { Persisted } from './persisted.ts'

type Parts = {
  readonly api: Pick<Api, 'alerts'>
  readonly me: UserId
  /** Told once on this device of each thing that is new. */
  readonly onNews: (fresh: readonly Alert[]) => void
}

/**
 * Acute cases that wait for a doctor and concern this person, on any of their boards. The server
 * rings, and this asks; what the device has shown already is known by the cursor that it keeps.
 */
export class Alerts {
  readonly #parts: Parts
  readonly #stored: Persisted<z.ZodString>
  #cursor: number
  #all = $state.raw<readonly Alert[]>([])
  #asking: Promise<void> | null = null
  #rung = false
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#stored = new Persisted(`alerts.${parts.me}`, z.string().regex(/^\d{1,15}$/))
    this.#cursor = Number(this.#stored.read() ?? 0)
  }

  /** The longest waiting first; what has ended stays until it is dismissed. */
  get all(): readonly Alert[] {
    return this.#all
  }

  /** Asks what there is, and once more if the bell rings meanwhile. */
  async ask(): Promise<void> {
    this.#rung = true
    this.#asking ??= this.#askOn().finally(() => (this.#asking = null))
    await this.#asking
  }

  dismiss(alert: Alert): void {
    this.#all = this.#all.filter((one) => one !== alert)
  }

  destroy(): void {
    this.#isOver = true
  }

  async #askOn(): Promise<void> {
    while (this.#rung) {
      this.#rung = false
      await oneTabAtATime(() => this.#askOnce())
    }
  }

  async #askOnce(): Promise<void> {
    const after = Math.max(this.#cursor, Number(this.#stored.read() ?? 0))
    const answer = await this.#parts.api.alerts(after)
    if (!answer.ok || this.#isOver) return
    const { cursor, alerts } = answer.value
    // A server that does not know so late a cursor has begun anew, and so do we.
    const fresh = alerts.filter(({ event }) => event > after || cursor < after)
    const before = this.#all.filter((one) => one.ended && !alerts.some((now) => isSame(one, now)))
    this.#all = [...alerts, ...before].toSorted((a, b) => a.since - b.since)
    this.#cursor = cursor
    this.#stored.write(String(cursor))
    if (fresh.length > 0) this.#parts.onNews(fresh)
  }
}

const isSame = (a: Alert, b: Alert) =>
  a.board === b.board && a.case === b.case && a.since === b.since

/** Two tabs that ask at once would both take the same thing for new. */
async function oneTabAtATime(task: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('samtavlan.alerts', task)
  else await task() // a page without TLS
}

export const [getAlerts, setAlerts] = createContext<Alerts>()
