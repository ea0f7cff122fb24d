import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a manager', () => {
  const stage = new Stage()

  test('[S13] sees who is signed in on the board and signs one of them out', async () => {
    const karin = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const maria = await stage.person('maria', '/board/kungsbacka', DEVICES.pc)
    await stage.wall('kungsbacka')
    await expect(new BoardPage(karin).card('Ingrid S.')).toBeVisible()

    await maria.getByRole('button', { name: /^Maria Nordin/ }).click()
    await maria.getByRole('button', { name: 'Inloggade på tavlan' }).click()
    const dialog = maria.getByRole('dialog', { name: 'Inloggade på tavlan' })
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    await expect(dialog.getByRole('button', { name: 'Logga ut Väggskärm' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Logga ut Karin Lindqvist' }).click()
    await expect(dialog.getByRole('listitem')).toHaveCount(2)
    await expect(karin.getByLabel('Användarnamn')).toBeVisible()
  })
})
