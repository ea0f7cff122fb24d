import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const TITLE = 'Gustaf Q.'

describe('a case from its request to its outcome', () => {
  const stage = new Stage()

  test('[B2] what one nurse writes the other reads, until it is closed with an outcome', async () => {
    const karin = new BoardPage(await stage.person('karin', '/board/kungsbacka', DEVICES.pc))
    const amina = new BoardPage(await stage.person('amina', '/board/kungsbacka', DEVICES.pc))
    await expect(karin.card('Ingrid S.')).toBeVisible()

    await karin.page.keyboard.press('n')
    const form = karin.page.getByRole('dialog', { name: 'Ny vårdbegäran' })
    await form.getByRole('button', { name: 'Skapa vårdbegäran' }).click()
    await expect(form.getByText('Skriv varför patienten behöver hjälp.')).toBeVisible()
    await form.getByLabel('Patient').fill(TITLE)
    await form.getByLabel('Kontaktorsak').fill('Rosfeber, vänster underben')
    await form.getByRole('button', { name: 'Idag' }).click()
    await form.getByLabel('Situation').fill('Feber sedan i går')
    await karin.page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(karin.cardIn('Inkommet', TITLE)).toBeVisible()

    await amina.link(TITLE).click()
    const panel = amina.page.getByRole('dialog', { name: new RegExp(`${TITLE}$`) })
    await expect(panel.getByText('Feber sedan i går')).toBeVisible()
    await panel.getByRole('button', { name: /^Kontaktorsak/ }).click()
    await panel.getByLabel('Kontaktorsak').fill('Rosfeber, båda underbenen')
    await amina.page.keyboard.press('Enter')
    await expect(karin.card(TITLE)).toContainText('Rosfeber, båda underbenen')
    await panel.getByRole('button', { name: 'Akut' }).click()
    await expect(karin.card(TITLE)).toContainText('Akut')
    await panel.getByLabel('Skriv till teamet').fill('Ringer dottern först')
    await panel.getByRole('button', { name: 'Skicka', exact: true }).click()

    await karin.link(TITLE).click()
    const karins = karin.page.getByRole('dialog', { name: new RegExp(`${TITLE}$`) })
    await expect(karins.getByText('Ringer dottern först')).toBeVisible()

    await panel.getByRole('button', { name: 'Sjukhusvård undviken' }).click()
    await expect(karins.getByText(/Avslutad \d\d:\d\d av Amina Hassan/)).toBeVisible()
    await karin.page.keyboard.press('Escape')
    await expect(karin.cardIn('Inkommet', TITLE)).toHaveCount(0)
    await karin.page.getByRole('button', { name: 'Visa Avslutat idag' }).click()
    await expect(karin.cardIn('Avslutat idag', TITLE)).toBeVisible()
  })
})
