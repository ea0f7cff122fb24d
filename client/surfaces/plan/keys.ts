import type { Case } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { focusDrawing } from './focus-drawing.ts'
import type { PlanDesk } from './plan-desk.svelte.ts'

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

type KeyActions = {
  desk: PlanDesk
  /** The single key that a press means, or null when single keys are off. */
  keyOf: (event: KeyboardEvent) => string | null
  caseOf: (id: CaseId) => Case | null
  menu: (id: CaseId, beside: HTMLElement) => void
  undo: () => void
  closePanel: () => void
}

/** What a key press on the day's plan does; true when it did something. */
export function pressPlanKey(event: KeyboardEvent, actions: KeyActions): boolean {
  const { desk } = actions
  if (event.defaultPrevented || document.querySelector(':popover-open') !== null) return false
  if (desk.held !== null) return carryOn(event, desk)
  if (event.key === 'Escape') return act(actions.closePanel)
  const key = actions.keyOf(event)
  if (key === 'z') return act(actions.undo)

  const { target } = event
  if (!(target instanceof HTMLAnchorElement)) return false
  const id = target.closest('[data-case]')?.getAttribute('data-case') as CaseId | null | undefined
  const one = id ? actions.caseOf(id) : null
  if (!one) return false
  if (event.key === ' ') return act(() => desk.carry(one))
  return key === 'm' && act(() => actions.menu(one.id, target))
}

function carryOn({ key }: KeyboardEvent, desk: PlanDesk): boolean {
  const carried = desk.held
  if (key === 'Escape' || key === 'Tab') return act(() => desk.cancel())
  if (!desk.isCarried) return false
  if (ARROWS.includes(key)) return act(() => desk.carryBy(key))
  return (key === ' ' || key === 'Enter') && act(() => desk.putDown(), carried)
}

function act(action: () => unknown, focused: Case | null = null): true {
  action()
  if (focused) void focusDrawing(focused.id)
  return true
}
