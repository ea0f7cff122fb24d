import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('presence', () => {
  const stage = new Stage()

  test('[L1] whose code could not be fetched comes with the next contact', async () => {
    const page = await stage.visitor(DEVICES.pc)
    const code = '**/assets/esm-*.js'
    const isAsked = page.waitForEvent('requestfailed', (request) => /esm-/.test(request.url()))
    await page.route(code, (route) => route.abort())
    await page.request.post('/api/session', { data: { username: 'karin', password: 'demo' } })
    await page.goto('/board/kungsbacka')
    await isAsked
    await page.unroute(code)

    await stage.server.kill()
    await stage.server.startAgain()
    const amina = await stage.person('amina', '/board/kungsbacka', DEVICES.pc)
    await expect(new BoardPage(page).saved).toBeVisible()
    for (const [one, other] of [
      [page, 'Amina Hassan, sjuksköterska'],
      [amina, 'Karin Lindqvist, sjuksköterska'],
    ] as const) {
      const present = one.getByRole('group', { name: /Inne på tavlan nu/ })
      await expect(present.getByRole('img', { name: other })).toBeVisible()
    }
  })
})
