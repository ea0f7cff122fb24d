import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { dragOver, middleOf, mouse, press, release } from './mouse.ts'
import { amina, asAmina, elsewhere, expectLane, laneList, namesIn, showBoard } from './stage.ts'
import { StagedPresence } from './staged-presence.svelte.ts'

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
