import { createContext } from 'svelte'
import type { NotTaken } from '../i18n/refused-words.ts'
import type { Superseded } from '../../shared/ruling.ts'

/** A change that was made here and never saved, with the words to copy. */
export type Unsaved = {
  readonly key: string
  /** What its case is called, as long as this browser knew. */
  readonly title: string
  /** As rulings call it; null for a whole new case. */
  readonly part: string | null
  readonly from: unknown
  readonly value: unknown
}

/** Nothing of what was sent was taken: why, over what, and all that was not saved. */
export type Refusal = {
  readonly reason: NotTaken
  readonly title: string | null
  readonly part: string | null
  readonly unsaved: readonly Unsaved[]
}

/** What of the user's own did not come to stand. It stays here until they have read it. */
export class Setbacks {
  #superseded = $state.raw<readonly Superseded[]>([])
  #told = $state.raw<readonly Superseded[]>([])
  #refusal = $state.raw<Refusal | null>(null)

  /** Every ruling so far, also those that have been read. */
  get told(): readonly Superseded[] {
    return this.#told
  }

  get superseded(): readonly Superseded[] {
    return this.#superseded
  }

  get refusal(): Refusal | null {
    return this.#refusal
  }

  /** The latest word about a part takes the place of an earlier one. */
  supersede(ruling: Superseded): void {
    const others = this.#superseded.filter(
      (one) => one.case !== ruling.case || one.part !== ruling.part,
    )
    this.#superseded = [...others, ruling]
    this.#told = [...this.#told, ruling]
  }

  /** Words that nobody has dismissed stay beside the new ones. */
  refuse(refusal: Refusal): void {
    const unsaved = [...(this.#refusal?.unsaved ?? []), ...refusal.unsaved]
    this.#refusal = { ...refusal, unsaved }
  }

  dismiss(ruling: Superseded): void {
    this.#superseded = this.#superseded.filter((one) => one !== ruling)
  }

  dismissSuperseded(): void {
    this.#superseded = []
  }

  /** With the last of its changes the refusal goes too. */
  drop(change: Unsaved): void {
    if (this.#refusal === null) return
    const unsaved = this.#refusal.unsaved.filter((one) => one !== change)
    this.#refusal = unsaved.length === 0 ? null : { ...this.#refusal, unsaved }
  }

  dismissRefusal(): void {
    this.#refusal = null
  }
}

export const [getSetbacks, setSetbacks] = createContext<Setbacks>()
