import type { Case } from '../../../shared/case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Desk } from './desk.svelte.ts'

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

export type KeyActions = {
  desk: Desk
  /** The single key that a press means, or null when single keys are off. */
  keyOf: (event: KeyboardEvent) => string | null
  caseOf: (id: CaseId) => Case | null
  writable: boolean
  maySee: boolean
  search: () => void
  create: () => void
  undo: () => void
  help: () => void
  menu: (id: CaseId) => void
  /** Lets the user choose where all marked cases go. */
  menuOfMarked: () => void
  closePanel: () => void
}

/** What a key press on the board does; true when it did something. */
export function pressKey(event: KeyboardEvent, actions: KeyActions): boolean {
  const { desk } = actions
  if (event.defaultPrevented || somethingIsOpenAbove()) return false
  if (desk.drag.carried) return carryOn(event, desk)
  if (event.key === 'Escape') return escape(actions)
  const card = cardUnder(event)
  const one = card === null ? null : actions.caseOf(card)
  if (one && onCard(event, one, actions)) return true
  return single(actions.keyOf(event), one, actions)
}

function carryOn({ key }: KeyboardEvent, desk: Desk): boolean {
  if (ARROWS.includes(key)) void desk.carryBy(key)
  else if (key === ' ' || key === 'Enter') void desk.putDown({ keep: true })
  else if (key === 'Escape' || key === 'Tab') void desk.putDown({ keep: false })
  else return false
  return true
}

function escape({ desk, closePanel }: KeyActions): boolean {
  if (desk.drag.held) {
    desk.cancelDrag()
    dispatchEvent(new MouseEvent('mouseup')) // the library knows no other way to let go
  } else if (desk.selection.active) desk.unmark()
  else closePanel()
  return true
}

function onCard(event: KeyboardEvent, one: Case, actions: KeyActions): boolean {
  const { desk } = actions
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === ' ') {
    if (mayMove(one, actions)) desk.carry(one)
    return true
  }
  if (!ARROWS.includes(event.key)) return false
  const next = desk.rover.next(one.lane, one.id, event.key)
  if (next !== null) desk.rover.focus(next)
  return true
}

function single(key: string | null, one: Case | null, actions: KeyActions): boolean {
  if (key === '/') actions.search()
  else if (key === '?') actions.help()
  else if (key === 'z') actions.undo()
  else if (key === 'n' && actions.writable) actions.create()
  else if (key === 'm' && actions.desk.selection.cases.length > 0) actions.menuOfMarked()
  else if (key === 'm' && one && mayMove(one, actions)) actions.menu(one.id)
  else if (key === 'x' && one && mayMark(one, actions)) actions.desk.mark(one)
  else if (key === 's' && one && actions.maySee) actions.desk.seen(one)
  else return false
  return true
}

const mayMark = (one: Case, { writable }: KeyActions): boolean =>
  writable && one.closed.how === null

/** What somebody else holds is read, not moved. */
const mayMove = (one: Case, actions: KeyActions): boolean =>
  mayMark(one, actions) && !actions.desk.isHeld(one.id)

/** The card whose link has the focus; keys typed at its buttons are theirs. */
function cardUnder({ target }: KeyboardEvent): CaseId | null {
  if (!(target instanceof HTMLAnchorElement)) return null
  return (target.closest('[data-case]')?.getAttribute('data-case') ?? null) as CaseId | null
}

/** A menu or a dialog takes its own keys. */
const somethingIsOpenAbove = () => document.querySelector(':popover-open, dialog[open]') !== null
