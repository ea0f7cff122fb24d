import { createContext } from 'svelte'
import type { SbarPart } from '../../shared/case.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { TELL_EVERY_MS, type Writer, type Writing } from '../../shared/live.ts'

/** Who else writes where, and telling them where one writes oneself. */
export class WritingState {
  readonly #me: UserId
  readonly #send: (writing: Writing | null) => void
  #others = $state.raw<readonly Writer[]>([])
  #pause: ReturnType<typeof setTimeout> | undefined
  #latest: Writing | null = null

  constructor(me: UserId, send: (writing: Writing | null) => void) {
    this.#me = me
    this.#send = send
  }

  hear(writers: readonly Writer[]): void {
    this.#others = writers.filter(({ id }) => id !== this.#me)
  }

  of(id: CaseId, part: SbarPart): Writer[] {
    return this.#others.filter((writer) => writer.case === id && writer.part === part)
  }

  /** At each stroke, of which the latest is told once a second; null when the text is left. */
  write(writing: Writing | null): void {
    this.#latest = writing
    if (writing === null) {
      this.#send(null)
      this.destroy()
    } else if (this.#pause === undefined) this.#tell()
  }

  destroy(): void {
    clearTimeout(this.#pause)
    this.#pause = undefined
    this.#latest = null
  }

  #tell(): void {
    this.#pause = undefined
    if (this.#latest === null) return
    this.#send(this.#latest)
    this.#latest = null
    this.#pause = setTimeout(() => this.#tell(), TELL_EVERY_MS)
  }
}

export const [getWriting, setWriting] = createContext<WritingState>()
