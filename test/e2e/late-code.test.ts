import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('code that a bad network did not bring', () => {
  const stage = new Stage()

  /** Some of the app's files do not come until that is over. */
  async function without(page: Page, files: string): Promise<() => Promise<void>> {
    const path = `**/assets/${files}-*.js`
    await page.route(path, (route) => route.abort())
    return () => page.unroute(path)
  }

  test('[H11] a case opens as soon as its panel has come, and until then that is said', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const bring = await without(page, 'CasePanel')
    await page.goto('/board/kungsbacka')
    await new BoardPage(page).link('Ingrid S.').click()
    await expect(page.getByText('Det kunde inte hämtas än').first()).toBeVisible()
    await bring()
    await expect(page.getByRole('dialog').getByRole('heading', { name: /Ingrid S/ })).toBeVisible()
  })

  test('[H11] a surface comes as soon as it can, and until then that stands in its place', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const bring = await without(page, 'Board')
    await page.goto('/board/kungsbacka')
    await expect(page.getByText('Sidan kunde inte hämtas')).toBeVisible()
    await bring()
    await expect(new BoardPage(page).card('Ingrid S.')).toBeVisible()
  })

  test('[H11] a list that was asked for and did not come comes when it is asked for again', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const bring = await without(page, 'DutyPanel')
    await page.goto('/board/kungsbacka')
    const duty = page.getByRole('button', { name: /Visa dagens schema/ })
    await duty.click()
    await expect(page.getByText('Det kunde inte hämtas från servern').first()).toBeVisible()
    await bring()
    await duty.click()
    await expect(page.getByRole('dialog', { name: 'I tjänst i dag' })).toBeVisible()
  })

  test('[H11] cards can be dragged once what it takes has come', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const bring = await without(page, 'dist')
    await page.goto('/board/kungsbacka')
    const board = new BoardPage(page)
    await expect(board.saved).toBeVisible()
    await bring()
    await board.carryByMouse('Ingrid S.', 'Uppföljning')
    await page.mouse.up()
    await expect(board.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
  })
})
