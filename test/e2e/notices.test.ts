import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const TITLE = 'Ingrid S.'

describe('notices', () => {
  const stage = new Stage()

  test('[Z1] [Z6] [Z7] whom a comment names sees it at once, and opens the case from the list', async () => {
    const sara = await stage.person('sara', '/day', DEVICES.tablet)
    const bell = sara.getByRole('button', { name: /^Notiser/ })
    const newest = sara.getByRole('dialog', { name: 'Notiser' }).getByRole('listitem').first()
    await expect(bell).toBeVisible()

    const karin = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    await new BoardPage(karin).link(TITLE).click()
    await karin.getByRole('textbox', { name: 'Skriv till teamet' }).fill('@Sara Lindgren ring mig')
    await karin.getByRole('button', { name: 'Skicka', exact: true }).click()

    await expect(bell).toHaveAccessibleName(/olästa$/)
    await bell.click()
    await expect(newest).toContainText('Karin Lindqvist nämnde dig')
    await expect(newest).toContainText('Oläst')
    await newest.click()
    const panel = sara.getByRole('dialog', { name: new RegExp(`${TITLE}$`) })
    await expect(panel.getByText('ring mig')).toBeVisible()
    await sara.keyboard.press('Escape')
    await bell.click()
    await expect(newest).toContainText(TITLE)
    await expect(newest).not.toContainText('Oläst')
  })
})
