import { expect } from 'vitest'
import { page } from 'vitest/browser'
import type { Lane } from '../../../shared/lane.ts'
import { card, laneList } from './stage.ts'

export const middleOf = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + Math.min(height / 2, 60) }
}
export const mouse = (type: string, on: EventTarget, at: { clientX: number; clientY: number }) =>
  on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...at }))

/** Presses on a card, once the library that drags it is there. */
export async function press(name: string): Promise<void> {
  await expect.element(card(name)).toBeVisible()
  const link = card(name).element()
  await expect.poll(() => link.closest('li')?.style.cursor).toBe('grab')
  mouse('mousedown', link, middleOf(link))
}

/** Moves the mouse over a lane in two steps: the first one starts the drag. */
export async function dragOver(lane: Lane, slot = 'Släpp här'): Promise<void> {
  const target = middleOf(laneList(lane))
  mouse('mousemove', window, { clientX: target.clientX - 5, clientY: target.clientY - 5 })
  mouse('mousemove', window, target)
  await expect.element(page.getByText(slot)).toBeInTheDocument()
}
export const release = () => mouse('mouseup', window, { clientX: 0, clientY: 0 })
