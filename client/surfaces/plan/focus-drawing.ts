import { tick } from 'svelte'
import type { CaseId } from '../../../shared/ids.ts'

/** The focus goes with a case, which may stand elsewhere by now. */
export async function focusDrawing(id: CaseId): Promise<void> {
  await tick()
  document.querySelector<HTMLElement>(`article[data-case="${id}"] a`)?.focus()
}
