import { test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const stage = new Stage()

test('[U50] [U51] of two Karin A. the right one is opened and moved, by keyboard', async () => {
  const { page, ...board } = await karin()
  const cards = page
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: 'Karin A.' }) })
  await expect(cards.getByText('Samma namn')).toHaveCount(2)
  const waiting = board.lane('Inkommet').getByRole('link', { name: 'Karin A.' })
  await waiting.focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Rätt patient?' })
  await expect(question).toContainText('Du öppnar Karin A., 1938')
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(waiting).toBeFocused()

  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Akut' }).click()
  await expect(question).toContainText('Du flyttar Karin A., 1938')
  await expect(question.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: 'Rätt patient: Karin A. 1938' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(board.lane('Akut').getByRole('link', { name: 'Karin A.' })).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Ärende H-\d\d, Karin A\.$/ })).toBeVisible()
})

test('[K6] what is asked about closed cases is answered in one tap, and taken back', async () => {
  const { page } = await karin()
  await page.getByRole('button', { name: 'Efterkontroll, 3 att svara på' }).click()
  const list = page.getByRole('dialog', { name: 'Behövdes vården ändå?' })
  await expect(list.getByRole('listitem').filter({ hasText: 'H-36' })).not.toContainText('Skyddad')
  await list.getByRole('button', { name: 'Rut E.: Nej' }).click()
  await expect(page.getByRole('button', { name: 'Efterkontroll, 2 att svara på' })).toBeVisible()
  await expect(list.getByRole('button', { name: 'Ångra svaret för Rut E.' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Efterkontroll, 3 att svara på' })).toBeVisible()
  await expect(list.getByRole('button', { name: 'Rut E.: Nej' })).toBeFocused()
})

async function karin() {
  const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
  const board = new BoardPage(page)
  await board.layout()
  return { page, lane: board.lane.bind(board) }
}
