import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { pressUntil } from './support/press-until.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('the keyboard alone', () => {
  const stage = new Stage()

  test('[U3] signs in, finds a card, opens, moves, searches and takes back', async () => {
    const page = await stage.visitor(DEVICES.pc)
    const { keyboard } = page
    await page.goto('/board/kungsbacka')
    await expect(page.getByLabel('Användarnamn')).toBeVisible()
    await pressUntil('Tab', page.getByLabel('Användarnamn'))
    await keyboard.type('karin')
    await keyboard.press('Tab')
    await keyboard.type('demo')
    await keyboard.press('Enter')

    const board = new BoardPage(page)
    await expect(board.card('Ingrid S.')).toBeVisible()
    await board.stopTime()
    await board.focusByKeyboard('Milan S.')
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: /Milan S\.$/ })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(board.link('Milan S.')).toBeFocused()

    await keyboard.press('m')
    await expect(page.getByRole('menu', { name: 'Flytta Milan S. till…' })).toBeVisible()
    await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toBeVisible()
    await pressUntil('ArrowDown', page.getByRole('menuitem', { name: 'Uppföljning' }))
    await keyboard.press('Enter')
    await expect(board.cardIn('Uppföljning', 'Milan S.')).toBeVisible()
    await expect(board.link('Milan S.')).toBeFocused()

    await keyboard.press('z')
    await expect(board.cardIn('Inkommet', 'Milan S.')).toBeVisible()

    await keyboard.press('/')
    await keyboard.type('Rut')
    await expect(board.card('Milan S.')).toHaveCount(0)
    await expect(board.card('Rut H.')).toBeVisible()
    await keyboard.press('Escape')
    await expect(board.card('Milan S.')).toBeVisible()
  })
})
