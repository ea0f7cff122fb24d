import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { anna, berit } from '../../shared/support/board.ts'
import {
  amina,
  asAmina,
  card,
  elsewhere,
  expectLane,
  laneList,
  namesIn,
  showBoard,
  StagedPresence,
} from './stage.ts'

const middleOf = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + Math.min(height / 2, 60) }
}
const mouse = (type: string, on: EventTarget, at: { clientX: number; clientY: number }) =>
  on.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...at }))

async function press(name: string): Promise<void> {
  await expect.element(card(name)).toBeVisible()
  const link = card(name).element()
  mouse('mousedown', link, middleOf(link))
}

/** Moves the mouse over a lane in two steps: the first one starts the drag. */
async function dragOver(lane: Parameters<typeof laneList>[0], slot = 'Släpp här'): Promise<void> {
  const target = middleOf(laneList(lane))
  mouse('mousemove', window, { clientX: target.clientX - 5, clientY: target.clientY - 5 })
  mouse('mousemove', window, target)
  await expect.element(page.getByText(slot)).toBeInTheDocument()
}
const release = () => mouse('mouseup', window, { clientX: 0, clientY: 0 })

describe('dragging a card with the mouse', () => {
  test('[B4] it lands in the lane on which it is dropped', async () => {
    const { presence } = showBoard()
    await press('Anna')
    await dragOver('acute')
    await expect.element(page.getByText('Anna flyttas')).toBeVisible()
    release()
    await expectLane('acute').toEqual(['Anna'])
    await expectLane('incoming').toEqual(['Berit', 'Cleo'])
    expect(presence.holds).toEqual([anna, null])
  })

  test('[U2] what others do meanwhile appears when it ends', async () => {
    const { doc } = showBoard()
    await press('Anna')
    await dragOver('acute')
    elsewhere(doc, (copy) => moveCase(copy, { case: berit, to: 'today', before: null }, asAmina()))
    await expect.element(page.getByText('Släpp här')).toBeInTheDocument()
    expect(namesIn('today')).toEqual([])
    expect(namesIn('incoming')).toEqual(['Berit', 'Cleo'])
    release()
    await expectLane('today').toEqual(['Berit'])
    await expectLane('acute').toEqual(['Anna'])
  })

  test('[U3] Escape leaves everything as it was', async () => {
    showBoard()
    await press('Anna')
    await dragOver('acute')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    expect(namesIn('acute')).toEqual([])
  })

  test('[B9] dropped on the closed ones it asks how the case ends', async () => {
    showBoard()
    await press('Anna')
    await dragOver('done')
    release()
    await expect.element(page.getByRole('dialog', { name: 'Avsluta Anna som' })).toBeInTheDocument()
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  })

  test('[L2] a card that somebody else drags stays where it is', async () => {
    const presence = new StagedPresence()
    presence.held = { card: anna, by: amina }
    showBoard({ presence })
    await press('Anna')
    mouse('mousemove', window, middleOf(laneList('acute')))
    release()
    expect(presence.holds).toEqual([])
    expect(namesIn('incoming')).toEqual(['Anna', 'Berit', 'Cleo'])
  })
})

test('[B4] who was beaten to a card is told, and may move it anyway', async () => {
  const { doc } = showBoard()
  await press('Anna')
  await dragOver('acute')
  elsewhere(doc, (copy) => moveCase(copy, { case: anna, to: 'today', before: null }, asAmina()))
  release()
  await expectLane('today').toEqual(['Anna'])
  await page.getByRole('button', { name: 'Flytta ändå' }).click()
  await expectLane('acute').toEqual(['Anna'])
})
