import { describe, test } from 'vitest'
import * as Y from 'yjs'
import { metaOf } from '../../shared/board-document.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { DEVICES, Stage } from './support/stage.ts'

const WORDS = 'Dottern ringde. Hon är orolig för natten.'

describe('a browser whose change the server refuses', () => {
  const stage = new Stage()

  test('[U19] [A4] keeps the words to copy, shows the board afresh, and goes on', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc, { permissions })
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const board = new BoardPage(page)
    await board.link('Astrid D.').click()
    const panel = page.getByRole('dialog', { name: /Astrid D\./ })
    const told = page.getByRole('region', { name: 'Ändringar som inte används' })

    network.forge(whatOnlyTheServerWrites())
    await comment(WORDS)
    await expect(told).toContainText('Dina senaste ändringar är inte sparade.')
    await expect(told).toContainText('Det skriver bara servern.')
    await told.getByRole('button', { name: 'Kopiera', exact: true }).click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(WORDS)

    await expect(board.saved).toBeVisible()
    await expect(panel.getByText(WORDS)).toHaveCount(0)
    await comment('Igen: hon är orolig.')
    await expect(board.saved).toBeVisible()
    await expect(panel.getByText('Igen: hon är orolig.')).toBeVisible()
    expect(network.boards).toBe(2)
    await told.getByRole('button', { name: /^Stäng, Astrid D\./ }).click()
    await expect(told).toHaveCount(0)

    async function comment(text: string): Promise<void> {
      await panel.getByLabel('Skriv till teamet').fill(text)
      await page.keyboard.press('Enter')
    }
  })
})

function whatOnlyTheServerWrites(): Uint8Array {
  const doc = new Y.Doc()
  metaOf(doc).set('code', 'H-99')
  return Y.encodeStateAsUpdate(doc)
}
