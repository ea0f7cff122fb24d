import { createContext } from 'svelte'
import type { SbarPart } from '../../shared/case.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { TELL_EVERY_MS, type Writer, type Writing } from '../../shared/live.ts'
import { Latest } from '../net/latest.ts'

/** Who else writes where, and telling them where one writes oneself. */
export class WritingState {
  readonly #me: UserId
  readonly #send: (writing: Writing | null) => void
  readonly #strokes: Latest<Writing>
  #others = $state.raw<readonly Writer[]>([])

  constructor(me: UserId, send: (writing: Writing | null) => void) {
    this.#me = me
    this.#send = send
    this.#strokes = new Latest<Writing>(TELL_EVERY_MS, send)
  }

  hear(writers: readonly Writer[]): void {
    this.#others = writers.filter(({ id }) => id !== this.#me)
  }

  of(id: CaseId, part: SbarPart): Writer[] {
    return this.#others.filter((writer) => writer.case === id && writer.part === part)
  }

  /** At each stroke, of which the latest is told once a second; null when the text is left. */
  write(writing: Writing | null): void {
    if (writing !== null) return this.#strokes.say(writing)
    this.#strokes.stop()
    this.#send(null)
  }

  destroy(): void {
    this.#strokes.stop()
  }
}

export const [getWriting, setWriting] = createContext<WritingState>()
