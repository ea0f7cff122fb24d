import { tick } from 'svelte'
import { page } from 'vitest/browser'
import type * as Y from 'yjs'
import type { Link } from '../../../client/state/board-link.svelte.ts'
import { peopleOf } from '../../../shared/board-document.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { anna, berit } from '../../shared/support/board.ts'
import Plan from '../../../client/surfaces/plan/Plan.svelte'
import { aPerson } from '../../support/person.ts'
import { asAmina, NOW, sara, showBoard, threeWaiting } from '../board/stage.ts'
import type { StagedPresence } from '../board/staged-presence.svelte.ts'
import { hello } from '../hello.ts'

export const jonas = aPerson('jonas', 'doctor', 'Jonas Ekberg')
/** "10:30" on the day of the tests. */
export const today = (clock: string) => Date.parse(`2026-03-10T${clock}:00+01:00`)

/** Anna waits for a time; Berit's visit at 10:30 is Sara's; Cleo's case has not come so far. */
export function aDay(): Y.Doc {
  const doc = threeWaiting()
  peopleOf(doc).set(jonas.id, jonas)
  for (const id of [anna, berit]) {
    moveCase(doc, { case: id, to: 'today', before: null }, asAmina())
    editField(doc, { case: id, field: 'nurse', value: { id: null } }, asAmina())
  }
  scheduleVisit(doc, { case: berit, start: today('10:30'), doctor: sara.id }, asAmina())
  return doc
}

type Showing = {
  doc?: Y.Doc
  link?: Link
  presence?: StagedPresence
  reachable?: boolean
}

/** The day's plan as somebody sees it. */
export function showPlan({ doc = aDay(), reachable = true, ...showing }: Showing = {}) {
  const shown = showBoard({ doc, ...showing, surface: Plan })
  history.replaceState(null, '', '/plan/kungsbacka')
  if (reachable) shown.saved.frame(hello(NOW))
  return shown
}

export const drawing = (name: string) => page.getByRole('link', { name, exact: true })
export const column = (doctor: string) => page.getByRole('list', { name: new RegExp(`^${doctor}`) })

/** The times and names in a doctor's column, from top to bottom. */
export const visitsOf = (doctor: string): string[] =>
  [...column(doctor).element().querySelectorAll('article')].map((visit) =>
    [...visit.querySelectorAll('time, a')].map(({ textContent }) => textContent).join(' '),
  )

const box = (id: CaseId) => {
  const drawn = document.querySelector(`[data-case="${id}"]`)
  if (!drawn) throw new Error(`${id} is not drawn`)
  return drawn.getBoundingClientRect()
}
const pointer = (type: string, on: EventTarget, clientX: number, clientY: number) =>
  on.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      isPrimary: true,
      pointerType: 'mouse',
      button: 0,
      clientX,
      clientY,
    }),
  )

/** Where a time begins in a doctor's column, on the page. */
export function spotIn(doctor: string, clock: string) {
  const { left, width, top, height } = column(doctor).element().getBoundingClientRect()
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const share = (hours + minutes / 60 - 8) / 9 // the team's day, 08 to 17
  return { x: left + width / 2, y: top + share * height }
}

/** Presses at a drawing's upper edge and moves the mouse to a spot. */
export async function drag(id: CaseId, { x, y }: { x: number; y: number }): Promise<void> {
  const { left, top } = box(id)
  const held = document.querySelector(`[data-case="${id}"]`) as Element
  pointer('pointerdown', held, left + 40, top + 2)
  await tick()
  pointer('pointermove', window, left + 60, top + 12)
  pointer('pointermove', window, x, y + 2)
}
export const release = () => pointer('pointerup', window, 0, 0)
