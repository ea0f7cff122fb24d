import type { Locator, Page } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { casesOn, setBack } from './support/setbacks.ts'
import { Stage } from './support/stage.ts'

/** What a 1440 × 900 screen shows at 200 % zoom, and a tablet's 1024 × 1366. */
const ZOOMED = {
  pc: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 512, height: 683 }, deviceScaleFactor: 2, hasTouch: true },
}

describe('at 200 % zoom', () => {
  const stage = new Stage()

  test('[U17] signing in can be done', async () => {
    const page = await stage.visitor(ZOOMED.pc)
    await page.goto('/')
    await expect(page.getByLabel('Lösenord')).toBeVisible()
    await everythingCanBeReached(page)
  })

  test('[U17] everything on the board can be reached', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', ZOOMED.pc)
    await new BoardPage(page).layout()
    await everythingCanBeReached(page)
  })

  test('[U17] everything said about own changes can be reached', async () => {
    const page = await stage.person('karin', '/board/halmstad', ZOOMED.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    await expect(page.getByRole('link', { name: 'Astrid D.' })).toBeVisible()
    await setBack(page, network, await casesOn(page, ['Astrid D.', 'Ingrid S.', 'Milan S.']))
    await everythingCanBeReached(page)
  })

  test('[U17] everything in the case panel can be reached', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', ZOOMED.pc)
    await page.getByRole('link', { name: 'Astrid D.' }).click()
    const panel = page.getByRole('dialog')
    await expect(panel).toContainText('Situation')
    await everythingCanBeReached(panel)
  })

  test('[U17] everything on the day’s plan can be reached', async () => {
    const page = await stage.person('karin', '/plan/kungsbacka', ZOOMED.pc)
    await expect(page.getByRole('link', { name: 'Astrid D.' })).toBeVisible()
    await everythingCanBeReached(page)
  })

  test('[U17] everything on my day can be reached', async () => {
    const page = await stage.person('sara', '/day?board=kungsbacka', ZOOMED.tablet)
    await expect(page.getByRole('button', { name: 'Sedd' }).first()).toBeVisible()
    await everythingCanBeReached(page)
  })
})

/** Each control scrolls into view, is not covered, and the page need not be read sideways. */
async function everythingCanBeReached(where: Page | Locator): Promise<void> {
  const controls = await where.locator('a, button, input, select, textarea').all()
  const unreached: string[] = []
  for (const control of controls) {
    if (!(await control.isVisible()) || (await control.isDisabled())) continue
    await control.click({ trial: true, timeout: 10_000 }).catch(async () => {
      unreached.push(await control.evaluate((element) => element.outerHTML.slice(0, 120)))
    })
  }
  expect(unreached).toEqual([])
}
