import { createContext } from 'svelte'
import type { CaseId } from '../../../shared/ids.ts'
import type { Slot } from './plan-desk.svelte.ts'

/** What every drawing of a case on the plan can lead to. */
export type Drawings = {
  open: (id: CaseId) => void
  /** "Planera till…", beside the given element. */
  menu: (id: CaseId, beside: HTMLElement) => void
  /** Which place in the day lies under a point of the page, held so far below its upper edge. */
  aim: (x: number, y: number, grip: number) => Slot | null
}

export const [getDrawings, setDrawings] = createContext<Drawings>()
