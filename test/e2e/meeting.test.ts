import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { pressUntil } from './support/press-until.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('the board meeting', () => {
  const stage = new Stage()

  test('[M8] by keys alone it is started, stepped through, agreed at, ended and read', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.wall)
    const { keyboard } = page
    await expect(new BoardPage(page).card('Astrid D.')).toBeVisible()
    await pressUntil('Tab', page.getByRole('link', { name: 'Pulsmöte' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Starta mötet' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Astrid D\./ })).toBeVisible()
    await keyboard.press('PageDown')
    await expect(page.getByRole('heading', { name: /Gunnar P\./ })).toBeVisible()

    await pressUntil('Tab', page.getByRole('combobox', { name: 'Läkare' }))
    await keyboard.type('Jonas')
    await expect(page.getByRole('main')).toContainText('Ändrade läkare till Jonas Ekberg')
    await pressUntil('Tab', page.getByLabel('Anteckning till protokollet'))
    await keyboard.type('Ring dottern')
    await keyboard.press('PageDown')
    const end = page.getByRole('button', { name: 'Avsluta mötet' })
    for (let steps = 0; (await end.count()) === 0 && steps < 60; steps++)
      await keyboard.press('PageDown')
    await expect(page.getByText('Ring dottern')).toBeVisible()
    await pressUntil('Tab', end)
    await keyboard.press('Enter')

    await expect(page.getByRole('heading', { name: 'Protokoll' })).toBeVisible()
    const row = page.getByRole('listitem').filter({ hasText: 'Gunnar P.' })
    await expect(row.getByRole('img', { name: 'Jonas Ekberg, läkare' })).toBeVisible()
    await expect(row).toContainText('Ring dottern')
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await expect(new BoardPage(page).card('Gunnar P.')).toContainText('JE')
  })
})
