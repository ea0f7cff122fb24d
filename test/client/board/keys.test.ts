import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { berit, fieldIn, anna } from '../../shared/support/board.ts'
import { asAmina, card, elsewhere, expectLane, namesIn, sara, showBoard } from './stage.ts'

const focus = (name: string) => (card(name).element() as HTMLElement).focus()
const press = (keys: string) => userEvent.keyboard(keys)

describe('carrying a card with the keyboard', () => {
  test('[U3] Space picks it up, arrows move it, Enter puts it down there', async () => {
    const { presence } = showBoard()
    focus('Berit')
    await press(' {ArrowRight}')
    await expectLane('acute').toEqual(['Berit'])
    await press('{Enter}')
    await expectLane('acute').toEqual(['Berit'])
    await expectLane('incoming').toEqual(['Anna', 'Cleo'])
    await expect.element(card('Berit')).toHaveFocus()
    expect(presence.holds).toEqual([berit, null])
  })

  test('[U3] within its lane it goes where the arrows put it', async () => {
    showBoard()
    focus('Anna')
    await press(' {ArrowDown}{ArrowDown} ')
    await expectLane('incoming').toEqual(['Berit', 'Cleo', 'Anna'])
    await expect.element(card('Anna')).toHaveFocus()
  })

  test('[U3] Escape leaves everything as it was', async () => {
    const { doc, notices } = showBoard()
    const before = fieldIn(doc, anna, 'place')
    focus('Anna')
    await press(' {ArrowRight}{Escape}')
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    await expect.element(card('Anna')).toHaveFocus()
    expect(fieldIn(doc, anna, 'place')).toEqual(before)
    expect(notices.polite).toBe('Flytten avbröts')
  })

  test('[U2] what others do meanwhile appears when it ends', async () => {
    const { doc } = showBoard()
    focus('Anna')
    await press(' {ArrowRight}')
    await expectLane('acute').toEqual(['Anna'])
    elsewhere(doc, (copy) => moveCase(copy, { case: berit, to: 'today', before: null }, asAmina()))
    await press('{ArrowRight}')
    await expectLane('today').toEqual(['Anna'])
    expect(namesIn('incoming')).toEqual(['Berit', 'Cleo'])
    await press('{Enter}')
    await expectLane('incoming').toEqual(['Cleo'])
    await expect.poll(() => namesIn('today').toSorted()).toEqual(['Anna', 'Berit'])
  })

  test('[B9] carried to the closed ones it asks how the case ends', async () => {
    const { doc } = showBoard()
    focus('Anna')
    await press(' {ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}')
    await page.getByRole('button', { name: 'Sjukhusvård undviken' }).click()
    await expectLane('incoming').toEqual(['Berit', 'Cleo'])
    expect(fieldIn(doc, anna, 'outcome').value).toBe('hospital-avoided')
  })

  test('[U3] a card that somebody else drags stays where it is', async () => {
    const { presence } = showBoard()
    presence.held = { card: anna, by: sara }
    focus('Anna')
    await press(' {ArrowRight}m')
    expect(presence.holds).toEqual([])
    expect(page.getByRole('menu').elements()).toEqual([])
  })
})

describe('keys', () => {
  test('[U3] arrows go between cards and lanes; each lane is one stop', async () => {
    const { doc } = showBoard()
    elsewhere(doc, (copy) => moveCase(copy, { case: berit, to: 'today', before: null }, asAmina()))
    await expectLane('today').toEqual(['Berit'])
    focus('Anna')
    await press('{ArrowDown}')
    await expect.element(card('Cleo')).toHaveFocus()
    await press('{ArrowRight}')
    await expect.element(card('Berit')).toHaveFocus()
    await press('{ArrowLeft}')
    await expect.element(card('Anna')).toHaveFocus()
    await press('{Tab}')
    await expect.element(card('Berit')).toHaveFocus()
  })

  test('[U3] M opens "Flytta till…", which does all that a drag does', async () => {
    showBoard()
    focus('Berit')
    await press('m')
    await expect.element(page.getByRole('menu', { name: 'Flytta Berit till…' })).toBeVisible()
    await press('{ArrowDown}{Enter}')
    await expectLane('today').toEqual(['Berit'])
    await expect.element(card('Berit')).toHaveFocus()
  })

  test('[U3] two keys move a card: M, and the digit of the lane', async () => {
    const { doc } = showBoard()
    focus('Berit')
    await press('m3')
    await expectLane('today').toEqual(['Berit'])
    await expect.element(card('Berit')).toHaveFocus()
    await press('m3') // it stands there
    await expect.element(page.getByRole('menu', { name: 'Flytta Berit till…' })).toBeVisible()
    await press('{Escape}')
    expect(fieldIn(doc, berit, 'place').lane).toBe('today')
  })

  test('[U3] of what is open above the board the keys are its own', async () => {
    const { presence } = showBoard()
    focus('Berit')
    await press('?')
    await expect.element(page.getByRole('dialog')).toBeVisible()
    focus('Berit')
    await press(' n')
    expect(presence.holds).toEqual([])
    expect(page.getByRole('form', { name: 'Ny vårdbegäran' }).elements()).toEqual([])
  })

  test('[U3] arrows with Ctrl are the browser’s', async () => {
    showBoard()
    focus('Anna')
    await press('{Control>}{ArrowDown}{/Control}')
    await expect.element(card('Anna')).toHaveFocus()
  })

  test('[U9] Z takes back the last move', async () => {
    showBoard()
    focus('Anna')
    await press(' {ArrowRight}{Enter}')
    await expectLane('acute').toEqual(['Anna'])
    await press('z')
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  })

  test('[B13] S marks a case as seen, for a doctor only', async () => {
    const { doc } = showBoard({ me: sara })
    focus('Anna')
    await press('s')
    await expect.poll(() => fieldIn(doc, anna, 'seen').by).toBe(sara.id)
  })

  test('[P2] S does nothing for a nurse', async () => {
    const { doc } = showBoard()
    focus('Anna')
    await press('s')
    expect(fieldIn(doc, anna, 'seen').by).toBeNull()
  })

  test('single keys are off while somebody types', async () => {
    showBoard()
    await page.getByRole('searchbox').fill('An')
    await press('?z')
    await expect.element(page.getByRole('searchbox')).toHaveValue('An?z')
    expect(document.querySelector('dialog[open]')).toBeNull()
  })

  test('/ goes to the search, which finds names and leaves out the rest', async () => {
    showBoard()
    focus('Anna')
    await press('/beri')
    await expectLane('incoming').toEqual(['Berit'])
    await press('{Escape}')
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  })

  test('[P1] who may only read moves nothing', async () => {
    const { presence } = showBoard({
      link: { begun: true, synced: true, access: 'read', ended: null },
    })
    focus('Anna')
    await press(' {ArrowRight}mn')
    expect(presence.holds).toEqual([])
    expect(page.getByRole('form', { name: 'Ny vårdbegäran' }).elements()).toEqual([])
    expect(page.getByRole('menu').elements()).toEqual([])
    expect(namesIn('incoming')).toEqual(['Anna', 'Berit', 'Cleo'])
  })
})
