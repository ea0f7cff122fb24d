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
    await expect(karin.page.getByText('1 ändring väntar')).toBeVisible()

    await stage.server.startAgain()
    await karin.page.clock.setSystemTime(Date.now()) // the two clocks agree again
    await expect(karin.saved).toBeVisible()
    const amina = new BoardPage(await stage.person('amina', '/board/kungsbacka', DEVICES.pc))
    await expect(amina.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
  })
})
