import type { Timestamp } from '../../../shared/clock.ts'

/** Walls that learn of a new build spread over this long. */
const WITHIN_MS = 60_000

/** Decides when a page that nobody touches for weeks starts anew with the server's newer code. */
export class PageRenewal {
  readonly #random: () => number
  #build: string | null = null
  #dueAt: Timestamp | null = null
  #forced = false

  constructor(random: () => number) {
    this.#random = random
  }

  /** The server's build; the first one heard is the page's own. */
  noteBuild(build: string): void {
    this.#build ??= build
    if (build !== this.#build) this.#plan()
  }

  /** A newer build lies ready in this browser. */
  offer(): void {
    this.#plan()
  }

  /** The server does not serve this page's code any more. */
  force(): void {
    this.#forced = true
    this.#plan()
  }

  /** True once, when the time has come and nothing would be missed. */
  takeDue(isIdle: boolean): boolean {
    if (this.#dueAt === null || Date.now() < this.#dueAt) return false
    if (!isIdle && !this.#forced) return false
    this.#dueAt = null
    return true
  }

  #plan(): void {
    this.#dueAt ??= Date.now() + this.#random() * WITHIN_MS
  }
}
