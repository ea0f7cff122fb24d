import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a server that is killed', () => {
  const stage = new Stage()

  test('[U4] the board says so, keeps what is done meanwhile, and saves it afterwards', async () => {
    const karin = new BoardPage(await stage.person('karin', '/board/kungsbacka', DEVICES.pc))
    await karin.page.clock.install()
    await karin.page.reload()
    await expect(karin.saved).toBeVisible()

    await stage.server.kill()
    await karin.page.clock.fastForward(25_000)
    await expect(karin.page.getByText(/Ingen kontakt sedan \d\d:\d\d/)).toBeVisible()
    await karin.moveTo('Ingrid S.', 'Uppföljning')
    await expect(karin.page.getByText(/1 ändring väntar, ingen kontakt sedan \d/)).toBeVisible()
    await karin.page.clock.fastForward(40_000)
    await expect(karin.page.getByText(/Fryst sedan \d\d:\d\d/)).toBeVisible()

    await stage.server.startAgain()
    await karin.page.clock.setSystemTime(Date.now()) // the two clocks agree again
    await expect(karin.saved).toBeVisible()
    await expect(karin.page.getByText('Fryst sedan')).toBeHidden()
    const amina = new BoardPage(await stage.person('amina', '/board/kungsbacka', DEVICES.pc))
    await expect(amina.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
  })

  test('[U5] my day says so, then looks frozen, and comes back by itself', async () => {
    const page = await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet)
    await page.clock.install()
    await page.reload()
    await expect(page.getByText('Allt sparat')).toBeVisible()

    await stage.server.kill()
    await page.clock.fastForward(25_000)
    await expect(page.getByText(/Du är offline sedan \d\d:\d\d/)).toBeVisible()
    await expect(page.getByRole('main')).toHaveCSS('filter', 'none')
    await page.clock.fastForward(40_000)
    await expect(page.getByText(/Fryst sedan \d\d:\d\d/)).toBeVisible()
    await expect(page.getByRole('main')).toHaveCSS('filter', 'grayscale(1)')

    await stage.server.startAgain()
    await page.clock.setSystemTime(Date.now()) // the two clocks agree again
    await expect(page.getByText('Allt sparat')).toBeVisible()
    await expect(page.getByRole('main')).toHaveCSS('filter', 'none')
  })
})
