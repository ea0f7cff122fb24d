import type { Action } from 'svelte/action'
import type { DndZoneAttributes, Options, SOURCES, TRIGGERS } from 'svelte-dnd-action'
import { codeOf } from '../../state/code.ts'
import type { Shown } from './drag.svelte.ts'

type Zone = Options<Shown>

/** What the library says happened; its words as texts, for its own names would bring all of it. */
export type ZoneEvent = CustomEvent<{
  items: Shown[]
  info: { id: string; source: `${SOURCES}`; trigger: `${TRIGGERS}` }
}>

/** A list that cards are dragged from and into. Its library comes once the first cards stand. */
export const dropZone: Action<HTMLElement, Zone, DndZoneAttributes<Shown>> = (node, first) => {
  let options = first
  let isGone = false
  let zone: { update?: (options: Zone) => void; destroy?: () => void } | undefined

  void codeOf(() => import('svelte-dnd-action')).then(({ dndzone }) => {
    if (!isGone) zone = dndzone(node, options)
  })

  return {
    update(next) {
      options = next
      zone?.update?.(next)
    },
    destroy() {
      isGone = true
      zone?.destroy?.()
    },
  }
}
