import type { Locator } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { tryToSee } from './support/refused-change.ts'
import { casesOn } from './support/setbacks.ts'
import { DEVICES, Stage } from './support/stage.ts'

const WORDS = 'Dottern är orolig för natten.'

describe('a case’s history', () => {
  const stage = new Stage()

  test('[J10] tells a third person who did what when, from what to what', async () => {
    const karin = await nurse('karin')
    await karin.moveTo('Ingrid S.', 'Dagens besök')
    const karins = await panelOf(karin, 'Ingrid S.')
    await karins.getByRole('button', { name: /^Kontaktorsak/ }).click()
    await karins.getByLabel('Kontaktorsak').fill('Orkar inte äta')
    await karin.page.keyboard.press('Enter')

    const amina = await nurse('amina')
    const aminas = await panelOf(amina, 'Ingrid S.')
    await aminas.getByLabel('Lägg till behandling').fill('Ring dottern')
    await amina.page.keyboard.press('Enter')
    await aminas.getByRole('button', { name: /^Situation/ }).click()
    await aminas.getByLabel('Situation').fill(WORDS)
    await aminas.getByLabel('Skriv till teamet').fill(WORDS)
    await amina.page.keyboard.press('Enter')
    for (const { saved } of [karin, amina]) await expect(saved).toBeVisible()

    const maria = await nurse('maria')
    const marias = await panelOf(maria, 'Ingrid S.')
    await expect(marias.getByText(WORDS)).toHaveCount(2)
    const history = historyIn(marias)
    await history.getByRole('button', { name: 'Visa äldre' }).click()
    const reason = 'Försämrat allmäntillstånd, äter dåligt sedan 3 dagar'
    await tells(history, 'Karin Lindqvist', [
      'Skapade vårdbegäran',
      'Flyttade från Inkommet till Dagens besök',
      `Ändrade kontaktorsak från ”${reason}” till ”Orkar inte äta”`,
    ])
    await tells(history, 'Amina Hassan', [
      'Lade till ”Ring dottern”',
      'Ändrade situation',
      'Skrev en kommentar',
    ])
    await expect(history).not.toContainText(WORDS)
  })

  test('[J10] [A6] [A4] marks what was superseded, and what was refused', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const karin = new BoardPage(page)
    await expect(karin.card('Milan S.')).toBeVisible()
    const amina = await nurse('amina')

    network.hold()
    await karin.moveTo('Milan S.', 'Akut')
    await amina.moveTo('Milan S.', 'Uppföljning')
    await expect(amina.saved).toBeVisible()
    network.release()
    const told = page.getByRole('region', { name: 'Ändringar som inte används' })
    await expect(told).toContainText(/Din ändring från \d\d:\d\d till Akut används inte/)
    await tryToSee(stage.server.url, await casesOn(page, ['Milan S.']))

    const history = historyIn(await panelOf(await nurse('maria'), 'Milan S.'))
    await tells(history, 'Amina Hassan', ['Flyttade från Inkommet till Uppföljning'])
    await tells(history, 'Karin Lindqvist', [
      /Ville flytta till Akut\s+Används inte: en nyare ändring gäller/,
      /Ville ändra Sedd\s+Stoppades/,
    ])
  })

  test('[J9] of a protected identity is shown to its pair and refused to others', async () => {
    const karin = await nurse('karin')
    const code = /^H-\d\d$/ // what the one protected case is called
    const title = (await karin.page.getByRole('link', { name: code }).textContent()) ?? ''
    const shown = historyIn(await panelOf(karin, title))
    await expect(shown.getByRole('listitem')).not.toHaveCount(0)

    const hidden = historyIn(await panelOf(await nurse('amina'), title))
    await expect(hidden.getByRole('status')).toHaveText('Visas bara för ansvarigt par.')
    await expect(hidden.getByRole('listitem')).toHaveCount(0)
  })

  async function nurse(username: string): Promise<BoardPage> {
    const board = new BoardPage(await stage.person(username, '/board/kungsbacka', DEVICES.pc))
    await board.layout()
    return board
  }
})

async function panelOf(board: BoardPage, title: string): Promise<Locator> {
  await board.link(title).click()
  return board.page.getByRole('dialog', { name: title })
}

const historyIn = (panel: Locator) => panel.getByRole('group', { name: 'Historik' })

/** Under a person's name and a time, whatever minute it was. */
async function tells(
  history: Locator,
  who: string,
  lines: readonly (string | RegExp)[],
): Promise<void> {
  const theirs = history.getByRole('listitem').filter({ hasText: who })
  for (const line of lines) {
    const told = theirs.filter({ hasText: line })
    await expect(told).toHaveCount(1)
    await expect(told.getByRole('time')).toHaveText(/^\d\d:\d\d$/)
  }
}
