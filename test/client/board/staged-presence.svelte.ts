import type { Presence } from '../../../client/state/presence.svelte.ts'
import type { CaseId, UserId } from '../../../shared/ids.ts'
import type { Present, View } from '../../../shared/live.ts'
import type { Person } from '../../../shared/person.ts'

/** Presence that a test moves by hand. */
export class StagedPresence implements Presence {
  /** Whose screen it is. */
  readonly #me: UserId | null
  people = $state.raw<readonly Present[]>([])
  readonly holds: (CaseId | null)[] = []
  held: { card: CaseId; by: Person } | null = null
  /** What others are told to be open here. */
  opened: CaseId | null = null
  #ringing: (() => void)[] = []

  constructor(me: Person | null = null) {
    this.#me = me?.id ?? null
  }

  holderOf(card: CaseId): Person | null {
    return this.held?.card === card ? this.held.by : null
  }

  openersOf(card: CaseId): readonly Person[] {
    const others = this.people.filter(({ id }) => id !== this.#me)
    return others.filter(({ views }) => views.some((view) => view.case === card))
  }

  onRing(listener: () => void) {
    this.#ringing.push(listener)
    return () => (this.#ringing = this.#ringing.filter((one) => one !== listener))
  }

  /** The server rings. */
  ring(): void {
    for (const listener of this.#ringing) listener()
  }

  hold(card: CaseId | null): void {
    this.holds.push(card)
  }

  open(card: CaseId): () => void {
    this.opened = card
    return () => (this.opened = null)
  }
}

/** Somebody who has been here since a time, and looks at something. */
export const here = (person: Person, since: number, ...views: View[]): Present => ({
  ...person,
  ...{ since, views, holds: null },
})
