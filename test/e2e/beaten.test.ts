import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const TITLE = 'Ingrid S.'

describe('two people move one card', () => {
  const stage = new Stage()

  test('[U24] by mouse: theirs stays where they put it until one insists', async () => {
    const [karin, amina] = await nurses()
    await openMenu(amina)
    await karin.carryByMouse(TITLE, 'Akut')
    await choose(amina, 'Uppföljning')
    await expect(amina.cardIn('Uppföljning', TITLE)).toBeVisible()
    await arrives(karin, 'Amina flyttade Ingrid S. till Uppföljning')
    await karin.page.mouse.up()

    const asked = question(karin, /^Amina hann före Kortet flyttades till Uppföljning \d\d:\d\d\.$/)
    await expect(asked.getByRole('button', { name: 'Behåll' })).toBeFocused()
    await expect(karin.cardIn('Uppföljning', TITLE)).toBeVisible()
    await asked.getByRole('button', { name: 'Flytta ändå' }).click()
    for (const board of [karin, amina]) await expect(board.cardIn('Akut', TITLE)).toBeVisible()
  })

  test('[U24] by keyboard: Escape keeps theirs, and the focus is on the card', async () => {
    const [karin, amina] = await nurses()
    await openMenu(amina)
    await karin.focusByKeyboard(TITLE)
    for (const key of ['Space', 'ArrowRight']) await karin.page.keyboard.press(key)
    await choose(amina, 'Återlämning')
    await arrives(karin, 'Amina flyttade Ingrid S. till Återlämning')
    await karin.page.keyboard.press('Space')

    await expect(question(karin, /^Amina hann före/)).toBeVisible()
    await karin.page.keyboard.press('Escape')
    await expect(question(karin, /^Amina hann före/)).toBeHidden()
    for (const board of [karin, amina])
      await expect(board.cardIn('Återlämning', TITLE)).toBeVisible()
    await expect(karin.link(TITLE)).toBeFocused()
  })

  test('[U24] by finger: "Flytta till…" that stood open asks too', async () => {
    const [karin, amina] = await nurses(DEVICES.tablet)
    await openMenu(amina)
    await karin.moveTo(TITLE, 'Dagens besök')
    await arrives(amina, 'Karin flyttade Ingrid S. till Dagens besök')
    await choose(amina, 'Inkommet')

    const asked = question(amina, /^Karin hann före Kortet flyttades till Dagens besök/)
    await asked.getByRole('button', { name: 'Behåll' }).tap()
    await expect(asked).toBeHidden()
    await expect(amina.cardIn('Dagens besök', TITLE)).toBeVisible()
  })

  async function nurses(second: (typeof DEVICES)['pc' | 'tablet'] = DEVICES.pc) {
    const karin = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const amina = await stage.person('amina', '/board/kungsbacka', second)
    const boards = [new BoardPage(karin), new BoardPage(amina)] as const
    for (const board of boards) await expect(board.card(TITLE)).toBeVisible()
    return boards
  }
})

const question = ({ page }: BoardPage, name: RegExp) => page.getByRole('dialog', { name })

/** The board stands still while something is dragged: only the live region says what came. */
const arrives = ({ page }: BoardPage, said: string) =>
  expect(page.getByRole('status').filter({ hasText: said })).toBeAttached()

const openMenu = (board: BoardPage) =>
  board
    .card(TITLE)
    .getByRole('button', { name: `Flytta ${TITLE} till…` })
    .click()

const choose = ({ page }: BoardPage, lane: string) =>
  page.getByRole('menuitem', { name: lane }).click()
