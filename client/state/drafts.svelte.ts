import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { CaseId, PatientId } from '../../shared/ids.ts'
import type { RecordDraft } from './record-draft.svelte.ts'
import { RequestDraft } from './request-draft.svelte.ts'

/** What is written whole before it is sent. */
export type DraftKind = 'comment' | 'task' | 'handback' | 'voiding' | 'minutes'

/** One such text, about one case; empty when there is none. */
export type Draft = { text: string }

/** Words that are not sent yet. They outlive their field, its panel, the surface and the document. */
export class Drafts {
  /** The care request that is being written. */
  readonly request = new RequestDraft()
  /** Patients' records that are being changed. */
  readonly records = new SvelteMap<PatientId, RecordDraft>()
  readonly #texts = new SvelteMap<string, string>()

  get isEmpty(): boolean {
    const isChanging = [...this.records.values()].some((draft) => draft.isChanged)
    return this.#texts.size === 0 && this.request.isEmpty && !isChanging
  }

  of(id: CaseId, kind: DraftKind): Draft {
    const texts = this.#texts
    const key = `${id} ${kind}`
    return {
      get text() {
        return texts.get(key) ?? ''
      },
      set text(text) {
        if (text === '') texts.delete(key)
        else texts.set(key, text)
      },
    }
  }
}

export const [getDrafts, setDrafts] = createContext<Drafts>()
