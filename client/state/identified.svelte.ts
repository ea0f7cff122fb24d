import { createContext } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import type { CaseId } from '../../shared/ids.ts'
import type { BoardState } from './board.svelte.ts'

/** Whom the user has told apart from those with a name like theirs, for as long as they are here. */
export class Identified {
  readonly #told = new SvelteSet<CaseId>()

  /** Whether it has yet to be asked who is meant. */
  isOpen(id: CaseId, { lookalikes }: Pick<BoardState, 'lookalikes'>): boolean {
    return lookalikes.has(id) && !this.#told.has(id)
  }

  tell(id: CaseId): void {
    this.#told.add(id)
  }
}

export const [getIdentified, setIdentified] = createContext<Identified>()
