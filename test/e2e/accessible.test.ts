import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { tryToSee } from './support/refused-change.ts'
import { casesOn, setBack } from './support/setbacks.ts'
import { DEVICES, Stage } from './support/stage.ts'

type Media = { readonly reducedMotion: 'reduce' }

describe('every surface can be used by everybody', () => {
  const stage = new Stage()

  const surfaces: Record<string, (media: Media) => Promise<Page>> = {
    'sign-in': async (media) => {
      const page = await stage.visitor(DEVICES.pc, media)
      await page.goto('/')
      await expect(page.getByLabel('Lösenord')).toBeVisible()
      return page
    },
    board: async (media) => (await openBoard(media)).page,
    'case panel': async (media) => {
      const board = await openBoard(media)
      await tryToSee(stage.server.url, await casesOn(board.page, ['Astrid D.']))
      await board.link('Astrid D.').click()
      const history = board.page.getByRole('dialog').getByRole('group', { name: 'Historik' })
      await expect(history).toContainText('Stoppades')
      return board.page
    },
    'the question who is meant, and re-checks': async (media) => {
      const { page } = await openBoard(media)
      await page.getByRole('link', { name: 'Karin A.' }).first().click()
      await expect(page.getByRole('dialog', { name: 'Rätt patient?' })).toBeVisible()
      await page.getByRole('button', { name: /^Efterkontroll/ }).click()
      await expect(page.getByRole('button', { name: 'Rut E.: Nej' })).toBeVisible()
      return page
    },
    'the day’s roster': async (media) => {
      const { page } = await openBoard(media)
      await page.getByRole('button', { name: /Visa dagens schema$/ }).click()
      await expect(page.getByRole('dialog', { name: 'I tjänst i dag' })).toContainText('Sara')
      return page
    },
    'board with setbacks': async (media) => {
      const page = await stage.person('karin', '/board/halmstad', DEVICES.pc, media)
      const network = await HeldNetwork.on(page)
      await page.goto('/board/kungsbacka')
      await expect(new BoardPage(page).card('Astrid D.')).toBeVisible()
      await setBack(page, network, await casesOn(page, ['Astrid D.', 'Ingrid S.']))
      return page
    },
    'frozen board': async (media) => {
      const page = await stage.person('karin', '/board/halmstad', DEVICES.pc, media)
      await page.clock.install()
      const network = await HeldNetwork.on(page)
      await page.goto('/board/kungsbacka')
      await new BoardPage(page).layout()
      await expect(page.getByText(/^Orörd i/)).not.toHaveCount(0)
      network.hold()
      await page.clock.fastForward(65_000)
      await expect(page.getByText(/Fryst sedan/)).toBeVisible()
      return page
    },
    'lock screen': async (media) => {
      const { page } = await openBoard(media)
      await page.keyboard.press('l')
      await expect(page.getByRole('button', { name: 'Lås upp' })).toBeVisible()
      return page
    },
    'switch of user': async (media) => {
      const { page } = await openBoard(media)
      await page.keyboard.press('n')
      await page.getByLabel('Patient').fill('Gunvor')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Karin Lindqvist/ }).click()
      await page.getByRole('button', { name: 'Byt användare' }).click()
      await expect(page.getByText(/Karin Lindqvist har skrivit/)).toBeVisible()
      return page
    },
    help: async (media) => {
      const { page } = await openBoard(media)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toContainText('Vem ändrar vad')
      return page
    },
    'new request': async (media) => {
      const { page } = await openBoard(media)
      await page.keyboard.press('n')
      await expect(page.getByRole('dialog').getByLabel('Kontaktorsak')).toBeVisible()
      return page
    },
    'what one is told of': async (media) => {
      const { page } = await openBoard(media)
      await page.getByRole('button', { name: /^Notiser/ }).click()
      await page.getByRole('button', { name: 'Inställningar', exact: true }).click()
      await expect(page.getByRole('switch', { name: 'Någon nämner dig' })).toBeChecked()
      return page
    },
    'board meeting': async (media) => {
      const page = await stage.person('karin', '/meeting/kungsbacka', DEVICES.pc, media)
      await page.getByRole('button', { name: /Starta mötet|Gå med/ }).click()
      await expect(page.getByRole('heading', { name: /Astrid D\./ })).toBeVisible()
      await page.getByRole('button', { name: 'Annan tid…' }).click()
      return page
    },
    'day plan': async (media) => {
      const page = await stage.person('karin', '/plan/kungsbacka', DEVICES.pc, media)
      await page.getByRole('button', { name: 'Planera Astrid D. till…' }).click()
      await expect(page.getByRole('toolbar', { name: 'Tid' })).toBeVisible()
      return page
    },
    handover: async (media) => {
      const page = await stage.person('karin', '/handover/kungsbacka', DEVICES.pc, media)
      await page.getByRole('button', { name: 'Lämna över Gunnar P. till jourbil' }).click()
      await page.getByRole('button', { name: /^Göra, bevaka.*Gunnar P\./ }).click()
      await page.getByText(/^Fler öppna ärenden/).click()
      return page
    },
    'marked cards': async (media) => {
      const board = await openBoard(media)
      await board.link('Astrid D.').focus()
      await board.page.keyboard.press('x')
      await expect(board.page.getByRole('toolbar')).toContainText('1 markerade')
      return board.page
    },
    settings: async (media) => {
      const page = await stage.person('maria', '/board/kungsbacka', DEVICES.pc, media)
      await page.getByRole('button', { name: /inställningar$/ }).click()
      await page.getByRole('button', { name: 'Tavlans inställningar' }).click()
      const limit = page.getByRole('group', { name: 'Inkommet' }).getByLabel('Rymmer (kort)')
      await limit.fill('1')
      await limit.press('Enter')
      await expect(page.getByText('fullt')).toBeVisible()
      return page
    },
    print: async (media) => {
      const page = await stage.person('karin', '/print/kungsbacka', DEVICES.pc, media)
      await expect(page.getByRole('table').first()).toBeVisible()
      return page
    },
    wall: async (media) => {
      const page = await stage.wall('kungsbacka', media)
      await expect(page.getByText(/Bekräftad/)).toBeVisible()
      return page
    },
    archive: async (media) => {
      const page = await stage.person('karin', '/archive/kungsbacka', DEVICES.pc, media)
      await expect(page.getByText('Arkivet är tomt')).toBeVisible()
      return page
    },
    day: async (media) => {
      const page = await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet, media)
      await expect(page.getByRole('button', { name: 'Sedd' }).first()).toBeVisible()
      return page
    },
  }
  test.for(Object.keys(surfaces))('[U17] axe finds nothing on %s, light or dark', async (name) => {
    // Half-way through a fade nothing has the contrast that it will have.
    const page = await surfaces[name]?.({ reducedMotion: 'reduce' })
    if (!page) throw new Error(`no surface ${name}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
      )
      expect(found, colorScheme).toEqual([])
    }
  })

  async function openBoard(media: Media): Promise<BoardPage> {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc, media)
    const board = new BoardPage(page)
    await board.layout()
    return board
  }
})
