import type { Locator } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HANDS, press } from './support/hand.ts'
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

  test.for(HANDS)(
    '[B14] [B15] with %s alone it is seen, visited, documented, handed back and closed',
    async (hand) => {
      const device = hand === 'touch' ? DEVICES.tablet : DEVICES.pc
      const title = `Gunvor ${'QRS'[HANDS.indexOf(hand)]}.`
      const karin = new BoardPage(await stage.person('karin', '/board/kungsbacka', device))
      const sara = new BoardPage(await stage.person('sara', '/board/kungsbacka', device))
      await expect(sara.card('Ingrid S.')).toBeVisible()
      const panelOf = ({ page }: BoardPage) =>
        page.getByRole('dialog', { name: new RegExp(`${title}$`) })
      const [karins, saras] = [panelOf(karin), panelOf(sara)]
      const pressIn = (panel: Locator, name: string) =>
        press(hand, panel.getByRole('button', { name, exact: true }))

      await press(hand, karin.page.getByRole('button', { name: /^Ny vårdbegäran/ }))
      const form = karin.page.getByRole('dialog', { name: 'Ny vårdbegäran' })
      await form.getByLabel('Patient').fill(title)
      await form.getByLabel('Kontaktorsak').fill('Rosfeber')
      await pressIn(form, 'Idag')
      await press(hand, form.getByRole('button', { name: /^Skapa vårdbegäran/ }))
      await expect(form).toBeHidden()

      await press(hand, sara.link(title))
      await pressIn(saras, 'Sedd')
      await pressIn(saras, 'Tar')
      await press(hand, karin.link(title))
      await expect(karins).toContainText(/Sedd av läkare \d\d:\d\d/)
      await pressIn(karins, 'Ändra besöksplan')
      await karins.getByLabel('Klockan').fill('23:45')
      await press(hand, karins.getByRole('checkbox', { name: 'Gemensamt besök' }))
      await pressIn(karins, 'Spara')
      await expect(saras).toContainText(/23:45,\s*gemensamt besök/)

      for (const step of ['På väg', 'Framme', 'Klar'])
        await press(hand, saras.getByRole('button', { name: new RegExp(`^${step}`) }))
      await press(hand, saras.getByRole('checkbox', { name: 'Region, läkarens journal' }))
      await press(hand, karins.getByRole('checkbox', { name: 'Kommun, HSL-journal' }))
      await pressIn(karins, '24 h')
      await pressIn(karins, 'Skriv återlämning…')
      await karins.getByLabel(/^Kort sammanfattning/).fill('Antibiotika dag 1, kontroll i morgon')
      const handback = karins.getByRole('form', { name: 'Återlämning' })
      await press(hand, handback.getByRole('button', { name: 'Skicka' }))
      await expect(sara.cardIn('Återlämning', title)).toBeVisible()
      await pressIn(karins, 'Kvitterad')
      await pressIn(karins, 'Vårdcentralsbesök undviket')
      await expect(saras).toContainText(/Avslutad \d\d:\d\d av Karin Lindqvist/)

      await sara.page.keyboard.press('Escape')
      await press(hand, sara.page.getByRole('button', { name: 'Visa Avslutat idag' }))
      await press(hand, sara.cardIn('Avslutat idag', title).getByRole('link'))
      const history = saras.getByRole('group', { name: 'Historik' })
      await press(hand, history.getByRole('button', { name: 'Visa äldre' }))
      for (const told of ['Sedd', 'På väg', 'Klar', 'Vårdcentralsbesök undviket'])
        await expect(history).toContainText(told)
    },
  )
})
